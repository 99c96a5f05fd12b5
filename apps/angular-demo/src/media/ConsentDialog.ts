import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  input,
} from '@angular/core';
import { attachConsent, type ConsentView } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';

/** Asks before anybody sees or hears anything. The browser keeps the focus inside, and gives it back. */
@Component({
  selector: 'dialog[appConsentDialog]',
  template: `
    <h2 class="dialog-title">{{ appConsentDialog().title }}</h2>
    <p>{{ appConsentDialog().text }}</p>
    <form>
      <p class="soft">{{ appConsentDialog().stopAnyTime }}</p>
      <div class="dialog-buttons">
        <button type="submit" value="deny" class="button">{{ texts().chat.media.deny }}</button>
        <button type="submit" value="allow" class="button button-primary">
          {{ texts().chat.media.allow }}
        </button>
      </div>
    </form>
  `,
  host: { class: 'dialog', tabindex: '-1', '[attr.aria-label]': 'texts().chat.media.consent' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConsentDialog {
  readonly appConsentDialog = input.required<ConsentView>();
  /** Resolves to whether the question has its answer. */
  readonly answer = input.required<(allowed: boolean) => Promise<boolean>>();
  protected readonly texts = inject(appTexts);

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLDialogElement>>(ElementRef);
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const { byAgent } = this.appConsentDialog();
      const leave = attachConsent(nativeElement, { byAgent, answer: (allowed) => this.answer()(allowed) });
      destroyed.onDestroy(leave);
    });
  }
}
