import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { languages, type Language } from '@offhook/demo-kit';
import { language } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';

@Component({
  selector: 'app-language-picker',
  imports: [Icon],
  template: `
    <svg appIcon="language"></svg>
    <select #select class="select" [attr.aria-label]="texts().language" (change)="choose(select.value)">
      @for (code of codes; track code) {
        <option [value]="code" [lang]="code" [selected]="code === choice()">
          {{ languages[code].languageName }}
        </option>
      }
    </select>
  `,
  host: { class: 'header-control' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LanguagePicker {
  protected readonly texts = inject(appTexts);
  protected readonly languages = languages;
  protected readonly codes = Object.keys(languages) as Language[];
  protected readonly choice = currentSignal(language.choice);

  protected choose(code: string): void {
    language.choose(code as Language);
  }
}
