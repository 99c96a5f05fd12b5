import { isSignal, type Signal } from '@angular/core';

/** A value, or a signal of one, such as an input: whoever is given it follows it. */
export type MaybeSignal<T> = T | Signal<T>;

export const valueOf = <T>(given: MaybeSignal<T>): T => (isSignal(given) ? given() : given);
