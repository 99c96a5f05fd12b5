import { Directive, ElementRef, inject, input, untracked } from '@angular/core';
import { whileRendered } from './bridge.js';
import { OffhookService } from './OffhookService.js';

/** The place of one pane's page. */
@Directive({ selector: '[offhookPane]' })
export class OffhookPane {
  /** Whose page, by the pane's id. */
  readonly id = input.required<string>({ alias: 'offhookPane' });

  constructor() {
    const { client } = inject(OffhookService);
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    whileRendered(() => {
      const id = this.id();
      return untracked(() => client.attachPane(element, id));
    });
  }
}
