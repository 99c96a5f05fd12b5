import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock.js';
import type { BodyLimits } from './exchange.js';
import { brokenOff, saysTooLarge, tooLarge, tooSlow } from './fetchBody.js';
import type { ServiceError } from './serviceError.js';

/**
 * Reads the body of a Node request, within its limits.
 *
 * @param parsed the body, where somebody else has read it already
 */
export function nodeBody(
  incoming: IncomingMessage,
  limits: BodyLimits,
  clock: Clock,
  parsed?: Uint8Array,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (parsed !== undefined) {
      if (parsed.byteLength > limits.bytes) reject(tooLarge(limits));
      else resolve(parsed);
      return;
    }
    // What is left of a refused body is read and dropped by Node: a client that still sends wouldn't see the answer otherwise.
    if (saysTooLarge(incoming.headers['content-length'], limits)) {
      reject(tooLarge(limits));
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    let settled = false;
    const stop = clock.setTimeout(() => refuse(() => tooSlow(limits)), limits.ms);

    // Listeners are left where they are: the request is over soon, and taking them off costs more than it saves.
    function refuse(error: () => ServiceError): void {
      if (settled) return;
      settled = true;
      stop();
      chunks.length = 0;
      reject(error());
    }
    incoming.on('data', (chunk: Buffer) => {
      if (settled) return;
      length += chunk.length;
      if (length > limits.bytes) refuse(() => tooLarge(limits));
      else chunks.push(chunk);
    });
    incoming.on('end', () => {
      if (settled) return;
      settled = true;
      stop();
      const [only] = chunks;
      resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length));
    });
    incoming.on('close', () => refuse(brokenOff));
  });
}
