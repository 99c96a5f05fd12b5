import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  inject,
  InjectionToken,
  input,
  type OnInit,
} from '@angular/core';
import { CallService } from '../index.js';

/** How often a list and its rows were rendered, and what the rows that are there show. */
export interface RowLog {
  list: number;
  readonly rows: Map<string, number>;
  readonly states: Map<string, string | undefined>;
}

export const rowLog = new InjectionToken<RowLog>('log of the rows');

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

/** A list of ids, and a row for each. */
@Component({
  selector: 'test-rows',
  imports: [Row],
  template: '{{ show() }} @for (id of ids(); track id) { <test-row [id]="id" /> }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Rows {
  protected readonly ids = inject(CallService).callIds;
  readonly #log = inject(rowLog);

  protected show(): number {
    this.#log.list += 1;
    return this.ids().length;
  }
}
