import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { Contact } from '@offhook/core';
import { appTexts } from '../shared/appTexts.js';
import { uniqueId } from '../shared/uniqueId.js';
import { ContactCard } from './ContactCard.js';

/** One number on several contacts: the person says who it is. */
@Component({
  selector: 'app-match-chooser',
  imports: [ContactCard],
  template: `
    <p class="who-name">{{ texts().matchCount(contacts().length) }}</p>
    <div class="matches" role="radiogroup" [attr.aria-label]="texts().matches">
      @for (contact of contacts(); track contact.id) {
        <label class="match">
          <input
            type="radio"
            [name]="name"
            [attr.aria-label]="contact.name"
            [checked]="contact === chosen()"
            (change)="chose.emit(contact)"
          />
          <span>{{ contact.name }}</span>
          <span class="soft clip">{{ contact.company }}</span>
        </label>
      }
    </div>
    @if (chosen(); as contact) {
      <app-contact-card [contact]="contact" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchChooser {
  readonly contacts = input.required<readonly Contact[]>();
  readonly chosen = input.required<Contact | undefined>();
  readonly chose = output<Contact>();
  protected readonly texts = inject(appTexts);
  protected readonly name = uniqueId();
}
