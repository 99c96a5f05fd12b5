import { Component, inject, InjectionToken, type Signal } from '@angular/core';
import type { EventType, OffhookEvent } from '@offhook/core';
import { OffhookService } from '../index.js';

export interface Handled {
  readonly type: EventType;
  readonly handler: Signal<(event: OffhookEvent) => void>;
}

export const handled = new InjectionToken<Handled>('what is handled, and how');

/** Handles one type of event, by what its handler is at that time. */
@Component({ selector: 'test-handler', template: '' })
export class Handler {
  constructor() {
    const { type, handler } = inject(handled);
    inject(OffhookService).on(type, (event) => handler()(event));
  }
}
