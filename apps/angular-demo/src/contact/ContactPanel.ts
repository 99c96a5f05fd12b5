import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { currentSignal, LogService } from '@offhook/angular';
import type { Call, Contact } from '@offhook/core';
import { shownContact } from '@offhook/demo-kit';
import { desk, drafts } from '../app/desk.js';
import { callDraft } from '../log/callDraft.js';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { Activities } from './Activities.js';
import { ContactMatch } from './ContactMatch.js';
import { OpenedActivity } from './OpenedActivity.js';

/** Whom the call in focus is with, as the host's own contacts know, and what was before. */
@Component({
  selector: 'section[appContactPanel]',
  imports: [Activities, ContactMatch, OpenedActivity],
  template: `
    <h2 class="panel-title">{{ texts().contact }}</h2>
    <div class="contact-panel" [attr.data-opened]="isOpened() || null">
      @if (isOpened()) {
        <p class="panel-note">{{ texts().openedForCall }}</p>
      }
      <div class="contact-parts">
        <div class="contact-body">
          @for (call of shown(); track call.id) {
            <app-contact-match [call]="call" [contact]="contact()" (chose)="choose(call, $event)" />
          } @empty {
            <p class="empty">{{ texts().noContact }}</p>
          }
        </div>
        <div>
          <h3 class="part-title">{{ texts().activities }}</h3>
          @if (contact(); as contact) {
            <app-activities [contact]="contact" />
          } @else {
            <div class="activities-body list-body"></div>
          }
          <p appOpenedActivity></p>
        </div>
      </div>
    </div>
  `,
  host: { class: 'panel', '[attr.aria-label]': 'texts().contact' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactPanel {
  /** An input, which changes with what is on the screen: what one chooses is for the call that one sees. */
  readonly call = input.required<Call | undefined>();
  protected readonly texts = inject(appTexts);
  readonly #callId = computed(() => this.call()?.id);
  readonly #entry = inject(LogService).callLog(this.#callId);
  readonly #draft = callDraft(this.#callId);
  readonly #opened = currentSignal(desk.openedContact);
  // A list of one, by its id: another call is another choice.
  protected readonly shown = computed(() => {
    const call = this.call();
    return call === undefined ? [] : [call];
  });
  protected readonly contact = computed(() => {
    const call = this.call();
    return call && shownContact(call.match, this.#draft().contact);
  });
  protected readonly isOpened = computed(() => {
    const callId = this.#callId();
    return callId !== undefined && this.#opened()?.callId === callId;
  });

  constructor() {
    noticeErrors(this.#entry.lastError);
  }

  protected choose(call: Call, contact: Contact): void {
    const { log, save } = this.#entry;
    void drafts.choose(call.id, contact, { log: log(), save });
  }
}
