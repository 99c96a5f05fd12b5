import { computed, Directive, ElementRef, inject, input, untracked } from '@angular/core';
import type { OpeningState } from '@offhook/core';
import { whileRendered } from './bridge.js';
import { OffhookService } from './OffhookService.js';

/**
 * The place on the page where the vendor's frame is shown: the element's size and look are yours. The frame itself
 * stays alive while the element is gone, and the call in it too.
 *
 * @example <div offhookSoftphone class="softphone"></div>
 * @example <div offhookSoftphone [openOn]="['ringing', 'dialing']"></div>
 */
@Directive({ selector: '[offhookSoftphone]' })
export class OffhookSoftphone {
  /** Whose frame, by the connector's id; the default connector's when left out. */
  readonly connector = input<string>();
  /**
   * Hides the element while the widget is closed, and gives it the size that the widget asks for while it is open; a
   * call of that vendor which comes into one of these states opens it.
   */
  readonly openOn = input<readonly OpeningState[]>();

  constructor() {
    const { client } = inject(OffhookService);
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // By what it says: a list may be another one and say the same.
    const opening = computed(this.openOn, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
    whileRendered(() => {
      const [connector, openOn] = [this.connector(), opening()];
      // It may open the widget, which signals tell.
      return untracked(() => client.attachSoftphone(element, connector, { openOn }));
    });
  }
}
