import { OffhookError } from '@offhook/core';
import { closedError } from '../orAborted.js';
import type { AnswerOf, AskOf, EngineLink, ReplyMessage, RequestMessage, RequestName } from './protocol.js';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: OffhookError): void;
}

/** The way to a worker that holds the contacts. Rejects if the worker doesn't start: a policy may forbid it. */
export function workerLink(worker: Worker): Promise<EngineLink> {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let failure: OffhookError | undefined;

  const fail = (error: OffhookError): void => {
    failure = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const link: EngineLink = {
    request<N extends RequestName>(name: N, ask: AskOf<N>): Promise<AnswerOf<N>> {
      if (failure) return Promise.reject(failure);
      lastId += 1;
      const message: RequestMessage = { id: lastId, name, ask };
      return new Promise((resolve, reject) => {
        waiting.set(message.id, { resolve: (answer) => resolve(answer as AnswerOf<N>), reject });
        // Records are moved, not copied.
        worker.postMessage(message, 'records' in ask ? [ask.records.buffer] : []);
      });
    },
    close() {
      worker.terminate();
      fail(closedError());
    },
  };

  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ReplyMessage>) => {
      if ('ready' in data) {
        resolve(link);
        return;
      }
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if ('error' in data) {
        one?.reject(new OffhookError('handler-failed', `The contact worker failed: ${data.error}`));
      } else one?.resolve(data.answer);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const message = 'The contact worker failed. Make another index, and load the contacts anew.';
      const error = new OffhookError('handler-failed', message, { cause: event.message });
      reject(error);
      fail(error);
    };
  });
}
