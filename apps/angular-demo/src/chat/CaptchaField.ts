import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import { ChatService } from '@offhook/angular';
import type { Captcha } from '@offhook/core';
import { appTexts } from '../shared/appTexts.js';
import { IconButton } from '../shared/IconButton.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { uniqueId } from '../shared/uniqueId.js';

/** The image whose text must be typed, only where that is asked. */
@Component({
  selector: 'div[appCaptchaField]',
  imports: [IconButton],
  template: `
    <img [src]="appCaptchaField().url" [alt]="texts().chat.captcha" />
    <button
      appIconButton="again"
      [attr.aria-label]="texts().chat.captchaAnother"
      (click)="asked.reset()"
    ></button>
    <p [id]="reasonId" class="soft" role="status">
      {{ texts().chat.captchaReason[appCaptchaField().reason] }}
    </p>
    <label class="field">
      <span>{{ texts().chat.captchaText }}</span>
      <input
        #box
        class="input"
        autocomplete="off"
        spellcheck="false"
        [attr.aria-describedby]="reasonId"
        [value]="typed()"
        (input)="typed.set(box.value)"
      />
    </label>
  `,
  host: { class: 'chat-captcha' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaptchaField {
  readonly appCaptchaField = input.required<Captcha>();
  readonly chatId = input<string>();
  /** The text as typed. */
  readonly typed = model.required<string>();
  protected readonly texts = inject(appTexts);
  protected readonly asked = inject(ChatService).captcha(this.chatId);
  protected readonly reasonId = uniqueId();

  constructor() {
    noticeErrors(this.asked.lastError);
  }
}
