import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ConversationForm } from '../connectMe/ConversationForm.js';
import { DevicesPanel } from '../connectMe/DevicesPanel.js';
import { SignInForm } from '../connectMe/SignInForm.js';
import { SoftphonePage } from './SoftphonePage.js';

@Component({
  selector: 'app-connect-me-page',
  imports: [ConversationForm, DevicesPanel, SignInForm, SoftphonePage],
  template: `
    <app-softphone-page>
      <form appConversationForm></form>
      <form appSignInForm aside></form>
      <app-devices-panel aside />
    </app-softphone-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectMePage {}
