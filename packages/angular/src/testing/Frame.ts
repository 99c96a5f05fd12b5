import { Component, inject, InjectionToken } from '@angular/core';
import { OffhookSoftphone } from '../index.js';

export const shownConnector = new InjectionToken<string | undefined>('whose frame is shown');

@Component({
  selector: 'test-frame',
  imports: [OffhookSoftphone],
  template: '<div offhookSoftphone [connector]="connector"></div>',
})
export class Frame {
  protected readonly connector = inject(shownConnector);
}
