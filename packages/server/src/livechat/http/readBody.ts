import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../clock.js';
import { FrontError } from './frontError.js';

/** How large a body may be, and how long it may take to come. */
export interface BodyLimit {
  readonly bytes: number;
  readonly ms: number;
}

const tooLarge = ({ bytes }: BodyLimit): FrontError =>
  new FrontError('payload-too-large', `At most ${bytes} bytes were expected.`);

/**
 * All of a request's body, as text.
 *
 * @throws FrontError too large, too slow, no UTF-8, broken off
 */
export function readBody(request: IncomingMessage, limit: BodyLimit, clock: Clock): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let settled = false;
    const stop = clock.setTimeout(
      () => refuse(new FrontError('timeout', `The body took longer than ${limit.ms} ms.`)),
      limit.ms,
    );
    function settle(): boolean {
      if (settled) return false;
      settled = true;
      stop();
      return true;
    }
    function refuse(error: FrontError): void {
      if (settle()) reject(error);
    }
    // What is left of a refused body is dropped: a client that still sends wouldn't see the answer otherwise.
    request.on('data', (chunk: Buffer) => {
      if (settled) return;
      length += chunk.length;
      if (length > limit.bytes) refuse(tooLarge(limit));
      else chunks.push(chunk);
    });
    request.on('end', () => {
      if (!settle()) return;
      try {
        resolve(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks, length)));
      } catch {
        reject(new FrontError('bad-request', 'The body is no UTF-8.'));
      }
    });
    request.on('error', () => refuse(new FrontError('bad-request', 'The body broke off.')));
    request.on('close', () => refuse(new FrontError('bad-request', 'The body broke off.')));
  });
}

/** A text's JSON; throws `bad-request` where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FrontError('bad-request', 'The body is no JSON.');
  }
}
