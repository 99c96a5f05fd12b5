import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ChatService } from '@offhook/angular';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';

/** For who has no time to chat: leaves word with the company. */
@Component({
  selector: 'form[appDetailsForm]',
  template: `
    <h2>{{ texts().chat.detailsForm }}</h2>
    <p class="soft">{{ texts().chat.detailsLead }}</p>
    <label class="field">
      <span>{{ texts().chat.name }}</span>
      <input
        #nameBox
        class="input"
        autocomplete="name"
        required
        [value]="name()"
        (input)="name.set(nameBox.value)"
      />
    </label>
    <label class="field">
      <span>{{ texts().chat.phone }}</span>
      <input
        #phoneBox
        class="input number"
        type="tel"
        autocomplete="tel"
        required
        [value]="phone()"
        (input)="phone.set(phoneBox.value)"
      />
    </label>
    <button type="submit" class="button" [attr.aria-busy]="chat.pending()">
      {{ texts().chat.sendDetails }}
    </button>
    <p role="status" class="site-details-said">{{ isSent() ? texts().chat.detailsSent : '' }}</p>
  `,
  host: {
    class: 'panel site-details',
    '[attr.aria-label]': 'texts().chat.detailsForm',
    '(submit)': '$event.preventDefault(); submit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DetailsForm {
  protected readonly texts = inject(appTexts);
  protected readonly chat = inject(ChatService).chat();
  protected readonly name = signal('');
  protected readonly phone = signal('');
  protected readonly isSent = signal(false);

  constructor() {
    noticeErrors(this.chat.lastError);
  }

  protected async submit(): Promise<void> {
    if (this.chat.pending()) return;
    this.isSent.set(false);
    const { ok } = await this.chat.createCampaignContact({ name: this.name(), phone: this.phone() });
    this.isSent.set(ok);
    if (!ok) return;
    this.name.set('');
    this.phone.set('');
  }
}
