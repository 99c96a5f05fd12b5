import type { Signal } from '@angular/core';
import type { StreamName, StreamValues } from '@offhook/core';
import type { Observable } from 'rxjs';
import type { ControlSignals } from './controlSignals.js';

/** Controls come as signals of their parts, all else as one signal, also of a value that may be missing. */
type SignalsOf<V> = [V] extends [
  { readonly lastError: unknown } | { readonly openWidget: unknown } | { readonly complete: unknown },
]
  ? ControlSignals<V>
  : Signal<V>;

/** How a service gives a stream: for templates, and as an Observable of the same values. */
export type OfferedStream<N extends StreamName> = (
  service: never,
) => readonly [SignalsOf<StreamValues[N]>, Observable<StreamValues[N]>];
