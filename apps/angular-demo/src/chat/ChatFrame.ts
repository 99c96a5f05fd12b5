import { afterNextRender, DestroyRef, Directive, ElementRef, inject } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { attachChatWindow } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { chatDesk } from './chatDesk.js';

/** What floats: it is moved, minimised, and gives the focus to where one writes. */
@Directive({
  selector: 'section[appChatFrame]',
  host: {
    class: 'chat',
    '[class.chat-open]': "view() === 'open'",
    '[attr.data-view]': 'view()',
    '[attr.aria-label]': 'texts().chat.chat',
  },
})
export class ChatFrame {
  protected readonly texts = inject(appTexts);
  readonly #chatWindow = chatDesk().chatWindow;
  protected readonly view = currentSignal(this.#chatWindow.view);

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    const destroyed = inject(DestroyRef);
    afterNextRender(() => destroyed.onDestroy(attachChatWindow(nativeElement, this.#chatWindow)));
  }
}
