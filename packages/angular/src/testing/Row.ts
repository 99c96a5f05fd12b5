import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, type OnInit } from '@angular/core';
import { CallService } from '../index.js';
import { rowLog } from './rowLog.js';

/** Shows one call, and logs it. */
@Component({
  selector: 'test-row',
  template: '{{ show() }}',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Row implements OnInit {
  readonly id = input.required<string>();
  readonly #call = inject(CallService).call(this.id);
  readonly #log = inject(rowLog);
  readonly #destroyRef = inject(DestroyRef);

  ngOnInit(): void {
    this.#destroyRef.onDestroy(() => this.#log.states.delete(this.id()));
  }

  protected show(): string | undefined {
    const state = this.#call.call()?.state;
    this.#log.rows.set(this.id(), (this.#log.rows.get(this.id()) ?? 0) + 1);
    this.#log.states.set(this.id(), state);
    return state;
  }
}
