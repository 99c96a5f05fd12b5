import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { isKeypadKey, keypadKeys } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';

/** A telephone's keys. With the focus inside, the keyboard's own do as well. */
@Component({
  selector: 'app-keypad',
  template: `
    <span class="keypad-sent">{{ sent() }}</span>
    @for (key of keys; track key) {
      <button type="button" class="button" (click)="press(key)">{{ key }}</button>
    }
  `,
  host: {
    class: 'keypad',
    role: 'group',
    '[attr.aria-label]': 'texts().keypad',
    '(keydown)': 'type($event.key)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Keypad {
  readonly pressed = output<string>();
  protected readonly texts = inject(appTexts);
  protected readonly keys = keypadKeys;
  protected readonly sent = signal('');

  protected type(key: string): void {
    if (isKeypadKey(key)) this.press(key);
  }

  protected press(key: string): void {
    this.sent.update((before) => (before + key).slice(-16));
    this.pressed.emit(key);
  }
}
