import { Component, inject, InjectionToken } from '@angular/core';
import type { OpeningState } from '@offhook/core';
import { OffhookSoftphone } from '../index.js';

export interface ShownFrame {
  readonly connector?: string | undefined;
  readonly openOn?: readonly OpeningState[] | undefined;
}

export const shownFrame = new InjectionToken<ShownFrame>('whose frame is shown, and when');

@Component({
  selector: 'test-frame',
  imports: [OffhookSoftphone],
  template: '<div offhookSoftphone [connector]="shown.connector" [openOn]="shown.openOn"></div>',
})
export class Frame {
  protected readonly shown = inject(shownFrame);
}
