import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { ContactService } from '@offhook/angular';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';

/** So many problems are listed. */
const shownProblems = 20;

/** Imports contacts from files, and tells of each card or row that is broken. */
@Component({
  selector: 'app-contact-import',
  template: `
    <label class="field">
      <span>{{ texts().importContacts }}</span>
      <input
        #input
        class="input-file"
        type="file"
        accept=".vcf,.csv,text/vcard,text/csv"
        multiple
        [disabled]="cards.pending()"
        (change)="importFrom(input)"
      />
    </label>
    @if (isDone()) {
      <p class="soft">{{ texts().imported(cards.imported().good, cards.imported().bad) }}</p>
    }
    @if (cards.problems().length > 0) {
      <ul class="import-problems">
        @for (problem of shown(); track $index) {
          <li>{{ texts().problemAt(problem.file, problem.line, problem.reason) }}</li>
        }
        @if (cards.problems().length > shown().length) {
          <li>{{ texts().moreProblems(cards.problems().length - shown().length) }}</li>
        }
      </ul>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactImport {
  protected readonly texts = inject(appTexts);
  protected readonly cards = inject(ContactService).import();
  protected readonly isDone = computed(() => {
    const { good, bad } = this.cards.imported();
    return !this.cards.pending() && good + bad > 0;
  });
  protected readonly shown = computed(() => this.cards.problems().slice(0, shownProblems));

  constructor() {
    noticeErrors(this.cards.lastError);
  }

  protected importFrom(input: HTMLInputElement): void {
    void this.cards.importFiles([...(input.files ?? [])]);
    // The same file may be chosen again.
    input.value = '';
  }
}
