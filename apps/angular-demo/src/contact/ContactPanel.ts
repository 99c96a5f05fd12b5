import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { CallService } from '@offhook/angular';
import { partyNumber } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { ContactCard } from './ContactCard.js';
import { MatchChooser } from './MatchChooser.js';

/** Whom the call in focus is with, as the host's own contacts know. */
@Component({
  selector: 'section[appContactPanel]',
  imports: [ContactCard, MatchChooser],
  template: `
    <h2 class="panel-title">{{ texts().contact }}</h2>
    <div class="contact-body">
      @for (call of shown(); track call.id) {
        @switch (call.match.status) {
          @case ('pending') {
            <p class="skeleton" role="img" [attr.aria-label]="texts().lookingUp"></p>
          }
          @case ('many') {
            <app-match-chooser [contacts]="call.match.contacts" />
          }
          @default {
            @if (call.match.contacts[0]; as contact) {
              <app-contact-card [contact]="contact" />
            } @else {
              <div class="who">
                <span class="who-name">{{ texts().unknownNumber }}</span>
                <span class="who-number">{{ partyNumber(call.remote) }}</span>
              </div>
            }
          }
        }
      } @empty {
        <p class="empty">{{ texts().noContact }}</p>
      }
    </div>
  `,
  host: { class: 'panel', '[attr.aria-label]': 'texts().contact' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactPanel {
  protected readonly texts = inject(appTexts);
  protected readonly partyNumber = partyNumber;
  readonly #focus = inject(CallService).focus;
  // A list of one, by its id: another call is another choice.
  protected readonly shown = computed(() => {
    const call = this.#focus();
    return call === undefined ? [] : [call];
  });
}
