import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MessagesPanel } from '../inbox/MessagesPanel.js';
import { SoftphonePage } from './SoftphonePage.js';

@Component({
  selector: 'app-ring-central-page',
  imports: [MessagesPanel, SoftphonePage],
  template: `
    <app-softphone-page>
      <app-messages-panel />
    </app-softphone-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RingCentralPage {}
