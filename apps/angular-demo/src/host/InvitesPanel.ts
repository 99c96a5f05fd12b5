import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { inviteRow } from '@offhook/demo-kit';
import { desk } from '../app/desk.js';
import { language } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';

/** The invitations that the vendor's widget asked the host to send. */
@Component({
  selector: 'app-invites-panel',
  template: `
    <h2 class="panel-title">{{ texts().invites }}</h2>
    <div class="list-body invites-body">
      <div role="log" [attr.aria-label]="texts().invites" [attr.tabindex]="rows().length > 0 ? 0 : null">
        @for (row of rows(); track $index) {
          <p class="invite">
            <span class="invite-title">{{ row.title }}</span>&ngsp;<span class="invite-detail">{{
              row.detail
            }}</span>
          </p>
        }
      </div>
      @if (rows().length === 0) {
        <p class="empty">{{ texts().noInvites }}</p>
      }
    </div>
  `,
  host: { class: 'panel' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitesPanel {
  protected readonly texts = inject(appTexts);
  readonly #locale = currentSignal(language.choice);
  readonly #invites = currentSignal(desk.invites);
  protected readonly rows = computed(() =>
    this.#invites().map((invite) => inviteRow(invite, this.texts(), this.#locale())),
  );
}
