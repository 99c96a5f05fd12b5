import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { IntegrationService } from '@offhook/angular';
import { isOpenContact, openContactId, signedInText } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { Switch } from '../shared/Switch.js';

/** The host's own switches. The vendor's widget shows the same ones among its settings. */
@Component({
  selector: 'app-host-panel',
  imports: [Switch],
  template: `
    <h2 class="panel-title">{{ texts().host }}</h2>
    <div class="switches">
      <app-switch
        [label]="texts().authorized"
        [on]="authorization.authorized()"
        [detail]="signedIn()"
        (toggled)="authorization.toggle()"
      />
      <app-switch
        [label]="texts().openContact"
        [on]="opens()"
        (toggled)="settings.change(openContactId, !opens())"
      />
    </div>
  `,
  host: { class: 'panel' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HostPanel {
  protected readonly texts = inject(appTexts);
  protected readonly openContactId = openContactId;
  readonly #integration = inject(IntegrationService);
  protected readonly authorization = this.#integration.authorization();
  protected readonly settings = this.#integration.settings();
  protected readonly opens = computed(() => this.settings.settings().find(isOpenContact)?.value === true);
  protected readonly signedIn = computed(() => {
    const { authorized, account } = this.authorization;
    return signedInText({ authorized: authorized(), account: account() }, this.texts());
  });

  constructor() {
    noticeErrors(this.authorization.lastError);
    noticeErrors(this.settings.lastError);
  }
}
