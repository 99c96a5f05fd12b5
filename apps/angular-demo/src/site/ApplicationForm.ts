import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { appTexts } from '../shared/appTexts.js';

/** What somebody fills in while they chat. Of its fields only the name may ever be shown to an agent. */
@Component({
  selector: 'form[appApplicationForm]',
  template: `
    <p class="soft">{{ texts().chat.site.applicationHint }}</p>
    <label class="field">
      <span>{{ texts().chat.site.fullName }}</span>
      <input id="full-name" class="input" name="fullName" autocomplete="name" />
    </label>
    <label class="field">
      <span>{{ texts().chat.site.cardNumber }}</span>
      <input id="card-number" class="input number" name="cardNumber" inputmode="numeric" autocomplete="off" />
    </label>
  `,
  host: {
    class: 'panel site-form',
    '[attr.aria-label]': 'texts().chat.site.application',
    '(submit)': '$event.preventDefault()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApplicationForm {
  protected readonly texts = inject(appTexts);
}
