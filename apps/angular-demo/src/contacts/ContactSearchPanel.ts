import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ContactService } from '@offhook/angular';
import type { Contact } from '@offhook/core';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';

/** Finds contacts while somebody types. */
@Component({
  selector: 'app-contact-search-panel',
  template: `
    <h2 class="panel-title">{{ texts().searchContacts }}</h2>
    <label class="field">
      <span>{{ texts().searchContacts }}</span>
      <input
        #input
        class="input"
        type="search"
        autocomplete="off"
        [value]="query()"
        (input)="query.set(input.value)"
      />
    </label>
    <ul class="search-results list" [attr.aria-label]="texts().searchResults" tabindex="0">
      @for (contact of found.contacts(); track contact.source + ':' + contact.id) {
        <li class="search-result">
          <span class="clip">{{ contact.name }}</span>
          <span class="number soft">{{ numbersOf(contact) }}</span>
        </li>
      }
    </ul>
    @if (isEmpty()) {
      <p class="soft">{{ texts().nobodyFound }}</p>
    }
  `,
  host: { class: 'panel' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactSearchPanel {
  protected readonly texts = inject(appTexts);
  protected readonly query = signal('');
  protected readonly found = inject(ContactService).search(this.query);
  protected readonly isEmpty = computed(
    () => this.query().trim() !== '' && !this.found.pending() && this.found.contacts().length === 0,
  );

  constructor() {
    noticeErrors(this.found.lastError);
  }

  protected numbersOf({ phones }: Contact): string {
    return phones.map(({ number }) => number).join(', ');
  }
}
