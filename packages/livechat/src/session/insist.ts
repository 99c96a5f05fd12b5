import type { Clock } from '../boot/env.js';
import { Failure } from '../http/failure.js';
import type { Link } from '../link/link.js';
import type { Asked, Refused } from '../link/pending.js';
import type { ReadAnswer } from '../link/readFrame.js';

const askAgainMs = 1_000;
const passing = new Set(['Unavailable', 'TooMany']);

/** A refusal as what promises reject with. */
function failureOf(refused: Refused): Failure {
  return new Failure(refused.code, refused.text, refused.retryAfterMs);
}

/** Asks until it is done or refused for good: a storage that is away or a limit of rates only makes it wait. */
export function insist(link: Link, clock: Clock, request: Asked): Promise<ReadAnswer> {
  return new Promise((resolve, reject) => {
    const ask = (): void => {
      link.ask(request, {
        ok: resolve,
        no: (refused) => {
          if (passing.has(refused.code)) clock.setTimeout(ask, refused.retryAfterMs ?? askAgainMs);
          // It was done, and the answer was lost with its connection.
          else if (request.t === 'end' && refused.resent && refused.code === 'NoSuchChat') resolve(nothing);
          else reject(failureOf(refused));
        },
      });
    };
    ask();
  });
}

const nothing: ReadAnswer = {
  chats: [],
  sid: undefined,
  clientId: undefined,
  seq: undefined,
  time: undefined,
  ice: [],
  resultCode: undefined,
  resultMessage: undefined,
};
