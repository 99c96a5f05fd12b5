import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { themes, type Theme } from '@offhook/demo-kit';
import { theme } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';

@Component({
  selector: 'app-theme-picker',
  imports: [Icon],
  template: `
    <svg appIcon="theme"></svg>
    <select #select class="select" [attr.aria-label]="texts().theme" (change)="choose(select.value)">
      @for (each of themes; track each) {
        <option [value]="each" [selected]="each === choice()">{{ texts().themes[each] }}</option>
      }
    </select>
  `,
  host: { class: 'header-control' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemePicker {
  protected readonly texts = inject(appTexts);
  protected readonly themes = themes;
  protected readonly choice = currentSignal(theme.choice);

  protected choose(choice: string): void {
    theme.choose(choice as Theme);
  }
}
