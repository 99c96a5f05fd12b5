import { Directive, ElementRef, inject, input } from '@angular/core';
import { whileRendered } from './bridge.js';
import { OffhookService } from './OffhookService.js';

/**
 * The place on the page where the vendor's frame is shown: the element's size and look are yours. The frame itself
 * stays alive while the element is gone, and the call in it too.
 *
 * @example <div offhookSoftphone class="softphone"></div>
 */
@Directive({ selector: '[offhookSoftphone]' })
export class OffhookSoftphone {
  /** Whose frame, by the connector's id; the default connector's when left out. */
  readonly connector = input<string>();

  constructor() {
    const { client } = inject(OffhookService);
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    whileRendered(() => client.attachSoftphone(element, this.connector()));
  }
}
