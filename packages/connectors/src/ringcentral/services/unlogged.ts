import { requestChannel } from '@offhook/core';
import { fields, objects, text, type Fields } from '../read.js';
import { nameOf, type RingCentralFrame } from '../wire.js';
import { callLogFacts } from './callLogFacts.js';
import { callWriter } from './callLogRoutes.js';
import type { Desk } from './desk.js';
import type { ServiceContext } from './serviceContext.js';
import { withoutTokens } from './withoutTokens.js';

/** How long the widget may take to answer, and to fetch its call log after a sign-in; in milliseconds. */
const answerMs = 5_000;
const historyMs = 10_000;

const perPage = 100;
const mostPages = 20;

/** Older ones were before anybody wanted them logged. The widget draws the same line; milliseconds. */
const oldMs = 7 * 24 * 3_600_000;

/** A call that has just ended isn't listed yet: the second question comes this much later; milliseconds. */
const againMs = 25_000;

/** All tabs that start within this time ask once; in milliseconds. */
const onceMs = 600_000;

/** Fetches what was missed while no widget was open. */
export interface Unlogged {
  /** Hears what the widget says. */
  receive(frame: RingCentralFrame): void;
  close(): void;
}

/**
 * Calls that came while no widget was open are in RingCentral's call log, and never told by themselves (U-52): they
 * are asked for once after a sign-in, by the leading tab, and logged. A widget that doesn't know the question is left
 * in peace.
 */
export function fetchUnlogged(context: ServiceContext, desk: Desk): Unlogged {
  const { clock, ids, connector, tabs, send } = context;
  const write = context.profile === 'current' ? callWriter(context) : undefined;
  const requests = requestChannel<Fields, unknown>({
    clock,
    ids,
    post: (requestId, body) =>
      send({ type: 'rc-adapter-message-request', requestId, path: '/unlogged-calls', body }),
  });
  let signedIn = false;
  let done = false;
  let closed = false;
  let cancel = (): void => {};

  async function logAll(): Promise<void> {
    // A tab may come to lead long after its client has gone.
    if (closed) return;
    const calls: Fields[] = [];
    // All pages first: what is logged in between moves those behind it.
    for (let page = 1; page <= mostPages; page += 1) {
      const answer = withoutTokens(await requests.request({ perPage, page }, { timeoutMs: answerMs }));
      calls.push(...objects(fields(answer)['calls']));
      if (fields(answer)['hasMore'] !== true) break;
    }
    for (const call of calls) {
      if (Number(call['startTime']) < clock.now() - oldMs) continue;
      const facts = callLogFacts({ call }, {}, context);
      if (facts && write) await desk.attempt('callLog.write', (ask) => write(facts, ask));
    }
  }

  function ask(round: string): void {
    const key = `${connector}:unlogged:${round}:${Math.floor(clock.now() / onceMs)}`;
    // Without an answer there is nothing to log, and nobody who could do anything about it.
    tabs.runOnce(key, logAll, 'leader').catch(() => {});
  }

  function begin(): void {
    cancel();
    if (done || !signedIn) return;
    done = true;
    ask('first');
    cancel = clock.setTimeout(() => ask('again'), againMs);
  }

  return {
    receive(frame) {
      const name = nameOf(frame);
      if (name === 'adapter-message-response')
        requests.settle(text(frame['responseId']) ?? '', frame['response']);
      if (!write) return;
      if (name === 'login-status') {
        if (signedIn !== frame['loggedIn']) cancel();
        if (!signedIn && frame['loggedIn']) cancel = clock.setTimeout(begin, historyMs);
        signedIn = frame['loggedIn'] === true;
        // Somebody else may sign in.
        if (!signedIn) done = false;
      } else if (name === 'call-history-synced') begin();
    },
    close() {
      closed = true;
      cancel();
      requests.close();
    },
  };
}
