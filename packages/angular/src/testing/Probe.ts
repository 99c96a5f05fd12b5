import { ChangeDetectionStrategy, Component, inject, InjectionToken, type Signal } from '@angular/core';
import type { StreamName, StreamValues } from '@offhook/core';
import { streamReaders } from './streamReaders.js';

/** What a probe reads, and the value of each of its renderings. */
export interface Probed<N extends StreamName = StreamName> {
  readonly name: N;
  readonly id: Signal<string | undefined>;
  readonly shown: StreamValues[N][];
}

export const probed = new InjectionToken<Probed>('what the probe reads');

/** Reads one stream, shows it as text, and keeps each value that it showed. */
@Component({
  selector: 'test-probe',
  template: '<output>{{ show() }}</output>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Probe {
  readonly #probed = inject(probed);
  readonly #value = streamReaders[this.#probed.name](this.#probed.id);

  protected show(): string {
    const value = this.#value();
    (this.#probed.shown as unknown[]).push(value);
    return JSON.stringify(value);
  }
}
