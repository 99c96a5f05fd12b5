import { OffhookError } from '../model/error.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';

/** What correlating requests needs. */
export interface RequestChannelOptions<Req> {
  /** Puts one request on the wire, under an id that the answer will carry. */
  readonly post: (id: string, request: Req) => void;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** How long to wait for an answer, and how to give it up. */
export interface RequestOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Questions and answers over a channel that only knows messages. Answers may come in any order. */
export interface RequestChannel<Req, Res> {
  /** Rejects with `timeout`, `aborted`, or `offline` when the channel closes. */
  request(request: Req, options: RequestOptions): Promise<Res>;
  /** Hands an answer over; false when nobody waits for it (any more). */
  settle(id: string, response: Res): boolean;
  close(): void;
}

/**
 * Correlates requests and answers by id.
 *
 * @example
 * const requests = requestChannel({ post: (id, body) => channel.send({ requestId: id, body }), ids, clock });
 * channel.listen((message) => requests.settle(message.responseId, message.response));
 * const answer = await requests.request({ path: '/calls' }, { timeoutMs: 5_000 });
 */
export function requestChannel<Req, Res>(options: RequestChannelOptions<Req>): RequestChannel<Req, Res> {
  const { post, ids, clock } = options;
  const waiting = new Map<string, { resolve(response: Res): void; reject(error: OffhookError): void }>();

  return {
    request(request, { timeoutMs, signal }) {
      return new Promise<Res>((resolve, reject) => {
        const id = ids.next();
        const finish = (): void => {
          waiting.delete(id);
          cancel();
          signal?.removeEventListener('abort', abort);
        };
        const fail = (error: OffhookError): void => {
          finish();
          reject(error);
        };
        const abort = (): void =>
          fail(new OffhookError('aborted', 'The request was given up.', { cause: signal?.reason }));
        const cancel = clock.setTimeout(
          () => fail(new OffhookError('timeout', `No answer within ${timeoutMs} ms. Try again.`)),
          timeoutMs,
        );
        waiting.set(id, {
          resolve(response) {
            finish();
            resolve(response);
          },
          reject: fail,
        });
        if (signal?.aborted) return abort();
        signal?.addEventListener('abort', abort);
        try {
          post(id, request);
        } catch (error) {
          finish();
          throw error;
        }
      });
    },
    settle(id, response) {
      const asked = waiting.get(id);
      asked?.resolve(response);
      return asked !== undefined;
    },
    close() {
      for (const asked of [...waiting.values()]) {
        asked.reject(new OffhookError('offline', 'The connection closed before the answer came.'));
      }
    },
  };
}
