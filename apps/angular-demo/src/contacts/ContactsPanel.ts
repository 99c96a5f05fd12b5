import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { isOffhookError } from '@offhook/core';
import { mostContacts, type ContactBook } from '@offhook/demo-kit';
import { notices } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { ContactImport } from './ContactImport.js';

/** Loads contacts into the page's index, made up or from a file; the vendor's widget is told of all of them. */
@Component({
  selector: 'form[appContactsPanel]',
  imports: [ContactImport],
  template: `
    <h2 class="panel-title">{{ texts().contacts }}</h2>
    <div class="form-row">
      <label class="field">
        <span>{{ texts().howMany }}</span>
        <input
          #input
          class="input number"
          type="number"
          min="0"
          [max]="mostContacts"
          required
          [value]="count()"
          (input)="count.set(input.value)"
        />
      </label>
      <button type="submit" class="button" [disabled]="loading() !== undefined">
        {{ texts().load }}
      </button>
    </div>
    <div class="contacts-progress">
      @let part = loading();
      @if (part !== undefined) {
        <progress [attr.aria-label]="texts().indexing" max="1" [value]="part"></progress>
      }
      <p role="status" [attr.aria-label]="texts().contactsLoaded">{{ loadedText() }}</p>
    </div>
    <app-contact-import />
  `,
  host: { class: 'panel contacts', '[attr.aria-label]': 'texts().contacts', '(submit)': 'submit($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactsPanel {
  readonly book = input.required<ContactBook>();
  protected readonly texts = inject(appTexts);
  protected readonly mostContacts = mostContacts;
  protected readonly count = signal('1000');
  protected readonly loading = currentSignal(() => this.book().loading);
  readonly #loaded = currentSignal(() => this.book().loaded);
  protected readonly loadedText = computed(() => {
    const loaded = this.#loaded();
    return this.loading() === undefined && loaded !== undefined ? this.texts().contactCount(loaded) : '';
  });

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    try {
      await this.book().load(Number(this.count()));
    } catch (error) {
      if (isOffhookError(error)) notices.show(error);
    }
  }
}
