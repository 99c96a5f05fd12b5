import { LogError } from '../../log/logError.js';
import { type Room } from '../site/room.js';
import { noFrame, type NoFrame } from './answers.js';

/** When to try again, where the storage is away. */
const retryAfterMs = 1_000;

/** What is answered when it went wrong. What no log refused is a fault of ours: it is reported, and not told in detail. */
export function refuse(
  room: Room,
  n: number,
  what: string,
  error: unknown,
): NoFrame<'NoSuchChat' | 'Unavailable'> {
  if (error instanceof LogError && error.code === 'closed') return noFrame(n, 'NoSuchChat');
  if (!(error instanceof LogError)) room.problem(what, error);
  return noFrame(n, 'Unavailable', { retryAfterMs });
}
