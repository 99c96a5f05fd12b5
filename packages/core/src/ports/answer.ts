import { isObservable, lastValueFrom, reduce } from 'rxjs';
import type { Answer } from './provide.js';

/**
 * The whole of what a handler answers: a value as it is, else a promise. The values of an Observable add up.
 * Throws, or rejects with, what the handler throws, and for an Observable without a value.
 */
export function wholeAnswer<T>(answer: Answer<T>, add = (_: T, more: T): T => more): T | PromiseLike<T> {
  return isObservable(answer) ? lastValueFrom(answer.pipe(reduce(add))) : answer;
}
