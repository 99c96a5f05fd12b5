import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Call, Contact } from '@offhook/core';
import { partyNumber } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { ContactCard } from './ContactCard.js';
import { MatchChooser } from './MatchChooser.js';

/** Who has the number of a call. */
@Component({
  selector: 'app-contact-match',
  imports: [ContactCard, MatchChooser],
  template: `
    @switch (call().match.status) {
      @case ('pending') {
        <p class="skeleton" role="img" [attr.aria-label]="texts().lookingUp"></p>
      }
      @case ('many') {
        <app-match-chooser
          [contacts]="call().match.contacts"
          [chosen]="contact()"
          (chose)="chose.emit($event)"
        />
      }
      @default {
        @if (contact(); as contact) {
          <app-contact-card [contact]="contact" />
        } @else {
          <div class="who">
            <span class="who-name">{{ texts().unknownNumber }}</span>
            <span class="who-number">{{ number() }}</span>
          </div>
        }
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactMatch {
  readonly call = input.required<Call>();
  /** Whose page shows: the only one, or the one chosen of several. */
  readonly contact = input.required<Contact | undefined>();
  readonly chose = output<Contact>();
  protected readonly texts = inject(appTexts);
  protected readonly number = computed(() => partyNumber(this.call().remote));
}
