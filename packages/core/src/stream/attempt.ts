import { throwLater } from './throwLater.js';

/** Does it; what it throws is told later, so that nobody else has to do without their turn. */
export function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    throwLater(error);
  }
}
