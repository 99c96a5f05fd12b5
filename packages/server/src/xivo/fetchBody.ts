import type { Clock } from '../clock.js';
import type { BodyLimits } from './exchange.js';
import { ServiceError } from './serviceError.js';

/** The refusal of a body that is too large. */
export const tooLarge = ({ bytes }: BodyLimits): ServiceError =>
  new ServiceError('payload-too-large', `Send ${bytes} bytes at most.`);

/** The refusal of a body that doesn't come. */
export const tooSlow = ({ ms }: BodyLimits): ServiceError =>
  new ServiceError('timeout', `The body didn’t come within ${ms} ms.`);

/** The refusal of a body that ended before its end. */
export const brokenOff = (): ServiceError => new ServiceError('bad-request', 'The body was broken off.');

/** Whether a header says that the body will be larger than it may be. */
export const saysTooLarge = (length: string | null | undefined, limits: BodyLimits): boolean =>
  Number(length ?? 0) > limits.bytes;

/** Reads the body of a standard request, within its limits. */
export async function fetchBody(request: Request, limits: BodyLimits, clock: Clock): Promise<Uint8Array> {
  if (saysTooLarge(request.headers.get('content-length'), limits)) throw tooLarge(limits);
  if (request.body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  let refuse: (error: ServiceError) => void = () => undefined;
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  const stop = clock.setTimeout(() => refuse(tooSlow(limits)), limits.ms);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), refused]);
      if (done) return Buffer.concat(chunks, length);
      length += value.byteLength;
      if (length > limits.bytes) throw tooLarge(limits);
      chunks.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error instanceof ServiceError ? error : brokenOff();
  } finally {
    stop();
  }
}
