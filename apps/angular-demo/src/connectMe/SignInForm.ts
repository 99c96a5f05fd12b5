import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { AgentService } from '@offhook/angular';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';

/** Signs the agent in at the vendor. The password is given on, and kept nowhere. */
@Component({
  selector: 'form[appSignInForm]',
  template: `
    <h2 class="panel-title">{{ texts().signInForm }}</h2>
    <label class="field">
      <span>{{ texts().user }}</span>
      <input
        #user
        class="input"
        autocomplete="username"
        required
        [value]="username()"
        (input)="username.set(user.value)"
      />
    </label>
    <label class="field">
      <span>{{ texts().password }}</span>
      <input
        #secret
        class="input"
        type="password"
        autocomplete="current-password"
        required
        [value]="password()"
        (input)="password.set(secret.value)"
      />
    </label>
    <button type="submit" class="button button-primary" [disabled]="agent.pending()">
      {{ texts().signIn }}
    </button>
  `,
  host: { class: 'panel sign-in', '[attr.aria-label]': 'texts().signInForm', '(submit)': 'submit($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInForm {
  protected readonly texts = inject(appTexts);
  protected readonly agent = inject(AgentService).agent();
  protected readonly username = signal('');
  protected readonly password = signal('');

  constructor() {
    noticeErrors(this.agent.lastError);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const [username, password] = [this.username(), this.password()];
    this.password.set('');
    void this.agent.signIn({ username, password });
  }
}
