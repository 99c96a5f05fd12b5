import { ChangeDetectionStrategy, Component } from '@angular/core';
import { crm } from '../app/desk.js';
import { HostPanel } from '../host/HostPanel.js';
import { InvitesPanel } from '../host/InvitesPanel.js';
import { MessagesPanel } from '../inbox/MessagesPanel.js';
import { SoftphonePage } from './SoftphonePage.js';

@Component({
  selector: 'app-ring-central-page',
  imports: [HostPanel, InvitesPanel, MessagesPanel, SoftphonePage],
  template: `
    <app-softphone-page [suggest]="suggest">
      <app-messages-panel />
      <app-host-panel aside />
      <app-invites-panel aside />
    </app-softphone-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RingCentralPage {
  protected readonly suggest = crm.search;
}
