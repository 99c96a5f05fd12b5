import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { CallService } from '../index.js';
import { Row } from './Row.js';
import { rowLog } from './rowLog.js';

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
