import {
  answerChannel,
  OffhookError,
  type Answer,
  type Ask,
  type HandlerName,
  type InboundRequest,
} from '@offhook/core';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Fields } from '../read.js';
import type { ServiceContext } from './serviceContext.js';
import type { ServicePath } from './service.js';

/** What the widget asks. */
export interface ServiceRequest {
  readonly id: string;
  /** Without access tokens. */
  readonly body: Fields;
  /** As it came: for nothing but to fetch files with. */
  readonly raw: Fields;
}

/** Answers the requests on one path; `false` for what is no such request. */
export type Route = (request: ServiceRequest) => boolean;

/** The paths that there is a handler for. */
export type Routes = Readonly<Partial<Record<ServicePath, Route>>>;

/** Where requests are answered, each once. */
export interface Desk {
  /** Whether this id is asked with for the first time. */
  isNew(id: string): boolean;
  /** Puts an answer on the wire as it is. */
  post(id: string, response: unknown): void;
  /** Has a handler answer in time. */
  answer<T>(
    { id }: ServiceRequest,
    path: ServicePath,
    how: Omit<InboundRequest<T>, 'id' | 'timeoutMs'>,
  ): true;
  /** Answers `ok` at once, and runs a handler that may take longer, such as one that opens a window. */
  run({ id }: ServiceRequest, handler: HandlerName, ask: (ask: Ask) => Answer<unknown>): true;
  /** Runs a handler that nobody waits for. Never rejects: what fails is told. */
  attempt(handler: HandlerName, ask: (ask: Ask) => Answer<unknown>): Promise<void>;
  /** Tells of items of a handler's answer that are none. */
  leftOut(handler: HandlerName, count: number): void;
  close(): void;
}

/** How long the widget listens for an answer, in milliseconds: today's, and that of 2019. Others: three seconds. */
const deadlines: Readonly<Partial<Record<ServicePath, readonly [current: number, then: number]>>> = {
  contactsPath: [60_000, 8_000],
  contactSearchPath: [30_000, 3_000],
  contactMatchPath: [30_000, 6_000],
  callLoggerPath: [15_000, 3_000],
  callLogEntityMatcherPath: [30_000, 3_000],
  messageLoggerPath: [15_000, 3_000],
  messageLogEntityMatcherPath: [30_000, 3_000],
};

/** The answer that carries nothing. */
export const ok = { data: 'ok' };

/** How many ids are remembered, to know what is asked twice by. */
const kept = 1_000;

export function createDesk({ clock, connector, profile, emit, send }: ServiceContext): Desk {
  const asked = new Set<string>();
  const closing = new AbortController();
  const post = (responseId: string, response: unknown): void =>
    send({ type: 'rc-post-message-response', responseId, response });
  const channel = answerChannel({ clock, connector, post, tell: emit });

  function fail(handler: HandlerName, message: string, cause?: unknown): void {
    emit([{ type: 'error', handler, error: new OffhookError('handler-failed', message, { cause }) }]);
  }

  async function attempt(handler: HandlerName, ask: (ask: Ask) => Answer<unknown>): Promise<void> {
    const { signal } = closing;
    try {
      const answer = ask({ connector, signal, deadline: Infinity });
      await (isObservable(answer) ? lastValueFrom(answer, { defaultValue: undefined }) : answer);
    } catch (error) {
      if (signal.aborted) return;
      emit([{ type: 'request.failed', handler, ms: 0 }]);
      fail(handler, `Your handler ${handler} failed. See the cause.`, error);
    }
  }

  return {
    isNew(id) {
      if (asked.has(id)) return false;
      asked.add(id);
      const [oldest] = asked;
      if (asked.size > kept && oldest) asked.delete(oldest);
      return true;
    },
    post,
    answer({ id }, path, how) {
      const [current, then] = deadlines[path] ?? [3_000, 3_000];
      channel.answer({ ...how, id, timeoutMs: profile === 'current' ? current : then });
      return true;
    },
    run({ id }, handler, ask) {
      post(id, ok);
      emit([
        { type: 'request.received', handler, ms: 0 },
        { type: 'request.answered', handler, ms: 0 },
      ]);
      void attempt(handler, ask);
      return true;
    },
    attempt,
    leftOut(handler, count) {
      if (count > 0)
        fail(handler, `Your handler ${handler} gave ${count} without an id or what else they need.`);
    },
    close() {
      closing.abort();
      channel.close();
    },
  };
}
