import { virtualClock } from '@offhook/testing';
import { Observable, of, Subject, throwError } from 'rxjs';
import type { EventBody } from '../model/event.js';
import type { Answer, Ask } from '../ports/provide.js';
import { settle } from '../testing/promises.js';
import { answerChannel, type AnswerChannel, type InboundRequest } from './answerChannel.js';

type Found = Readonly<Record<string, number>>;

function setUp() {
  const clock = virtualClock();
  const posted: [string, unknown][] = [];
  const events: EventBody[] = [];
  const channel = answerChannel({
    clock,
    connector: 'acme',
    post: (id, response) => posted.push([id, response]),
    tell: (told) => events.push(...told),
  });
  return {
    clock,
    channel,
    posted,
    events,
    types: () => events.map(({ type }) => type),
    error: () => events.flatMap((event) => (event.type === 'error' ? [event] : []))[0],
  };
}

/** Asks for a look-up of some sort; 10 s is when the other side stops listening. */
function ask(
  channel: AnswerChannel,
  handler: (ask: Ask) => Answer<Found>,
  more?: Partial<InboundRequest<Found>>,
) {
  channel.answer<Found>({
    id: 'r-1',
    handler: 'contacts.match',
    timeoutMs: 10_000,
    ask: handler,
    respond: (found = {}) => ({ data: found }),
    ...more,
  });
}

const adding: Partial<InboundRequest<Found>> = { add: (found, more) => ({ ...found, ...more }) };

describe('an answer in time', () => {
  it('goes out at once when the handler gives a value', () => {
    const { channel, posted, types, clock } = setUp();
    ask(channel, () => ({ a: 1 }));
    expect(posted).toEqual([['r-1', { data: { a: 1 } }]]);
    expect(types()).toEqual(['request.received', 'request.answered']);
    expect(clock.pending).toBe(0);
  });

  it('goes out when a promise resolves, and says how long that took', async () => {
    const { channel, posted, events, clock } = setUp();
    ask(channel, () => new Promise((done) => void clock.setTimeout(() => done({ a: 1 }), 3_000)));
    clock.advance(3_000);
    await settle();
    expect(posted).toEqual([['r-1', { data: { a: 1 } }]]);
    expect(events.at(-1)).toEqual({ type: 'request.answered', handler: 'contacts.match', ms: 3_000 });
  });

  it('is the last value of an Observable, when that completes', () => {
    const { channel, posted } = setUp();
    ask(channel, () => of({ a: 1 }, { b: 2 }));
    expect(posted).toEqual([['r-1', { data: { b: 2 } }]]);
  });

  it('is all values of an Observable whose values add up', () => {
    const { channel, posted } = setUp();
    ask(channel, () => of({ a: 1 }, { b: 2 }), adding);
    expect(posted).toEqual([['r-1', { data: { a: 1, b: 2 } }]]);
  });

  it('is the empty one for an Observable without a value', () => {
    const { channel, posted } = setUp();
    ask(channel, () => of());
    expect(posted).toEqual([['r-1', { data: {} }]]);
  });

  it('tells the handler who asks and until when, and never aborts before that', () => {
    const { channel, clock } = setUp();
    const asked: Ask[] = [];
    ask(channel, (given) => {
      asked.push(given);
      return new Promise(() => {});
    });
    expect(asked[0]).toMatchObject({ connector: 'acme', deadline: clock.now() + 10_000 });
    clock.advance(8_900);
    expect(asked[0]?.signal.aborted).toBe(false);
  });

  it('serves one that is asked twice under one id once', () => {
    const { channel, posted, clock } = setUp();
    const handler = jest.fn(() => new Promise<Found>(() => {}));
    ask(channel, handler);
    ask(channel, handler);
    clock.advance(10_000);
    expect(handler).toHaveBeenCalledTimes(1);
    expect(posted).toHaveLength(1);
  });
});

describe('a handler that is late', () => {
  it('makes the empty answer go out before the deadline, is aborted, and what it gives later is not sent', async () => {
    const { channel, posted, types, clock } = setUp();
    let signal: AbortSignal | undefined;
    ask(channel, (given) => {
      signal = given.signal;
      return new Promise((done) => void clock.setTimeout(() => done({ a: 1 }), 12_000));
    });
    clock.advance(8_999);
    expect(posted).toEqual([]);
    clock.advance(1);
    expect(posted).toEqual([['r-1', { data: {} }]]);
    expect(signal?.aborted).toBe(true);
    clock.advance(100_000);
    await settle();
    expect(posted).toHaveLength(1);
    expect(types()).toEqual(['request.received', 'request.late']);
    expect(clock.pending).toBe(0);
  });

  it.each([
    [3_000, 2_700],
    [1_000, 750],
    [60_000, 58_500],
  ])('of %i ms is answered for after %i', (timeoutMs, at) => {
    const { channel, posted, clock } = setUp();
    ask(channel, () => new Promise(() => {}), { timeoutMs });
    clock.advance(at - 1);
    expect(posted).toHaveLength(0);
    clock.advance(1);
    expect(posted).toHaveLength(1);
  });

  it('answers with what it has found so far, and tells the rest when it is done', async () => {
    const { channel, posted, types, clock } = setUp();
    const rests: Found[] = [];
    const found = new Subject<Found>();
    ask(channel, () => found, { ...adding, rest: (all) => rests.push(all) });
    found.next({ a: 1 });
    clock.advance(9_000);
    expect(posted).toEqual([['r-1', { data: { a: 1 } }]]);
    found.next({ b: 2 });
    found.complete();
    await settle();
    expect(rests).toEqual([{ a: 1, b: 2 }]);
    expect(posted).toHaveLength(1);
    expect(types()).toEqual(['request.received', 'request.late']);
    expect(clock.pending).toBe(0);
  });

  it('tells the rest of a promise, too', async () => {
    const { channel, posted, clock } = setUp();
    const rests: Found[] = [];
    ask(channel, () => new Promise((done) => void clock.setTimeout(() => done({ a: 1 }), 12_000)), {
      ...adding,
      rest: (all) => rests.push(all),
    });
    clock.advance(12_000);
    await settle();
    expect(rests).toEqual([{ a: 1 }]);
    expect(posted).toEqual([['r-1', { data: {} }]]);
  });

  it('is given up after five times the deadline, with what it has by then', () => {
    const { channel, clock } = setUp();
    const rests: Found[] = [];
    let left = false;
    let signal: AbortSignal | undefined;
    const endless = new Observable<Found>((subscriber) => {
      clock.setTimeout(() => subscriber.next({ a: 1 }), 20_000);
      return () => (left = true);
    });
    ask(
      channel,
      (given) => {
        signal = given.signal;
        return endless;
      },
      { ...adding, rest: (all) => rests.push(all) },
    );
    clock.advance(49_999);
    expect(left).toBe(false);
    clock.advance(1);
    expect([left, signal?.aborted, rests]).toEqual([true, true, [{ a: 1 }]]);
    expect(clock.pending).toBe(0);
  });
});

describe('a handler that fails', () => {
  const boom = new Error('boom');

  it.each<[string, () => Answer<Found>]>([
    [
      'throws',
      () => {
        throw boom;
      },
    ],
    ['rejects', () => Promise.reject(boom)],
    ['errs', () => throwError(() => boom)],
  ])('%s: the empty answer, and an error that names it', async (_, handler) => {
    const { channel, posted, types, error, clock } = setUp();
    ask(channel, handler);
    await settle();
    expect(posted).toEqual([['r-1', { data: {} }]]);
    expect(types()).toEqual(['request.received', 'request.failed', 'error']);
    expect(error()).toMatchObject({
      handler: 'contacts.match',
      error: { code: 'handler-failed', cause: boom },
    });
    expect(error()?.error.message).toContain('contacts.match');
    expect(clock.pending).toBe(0);
  });

  it('after the deadline: nothing more is sent, and the error is told', async () => {
    const { channel, posted, types, clock } = setUp();
    const found = new Subject<Found>();
    ask(channel, () => found, adding);
    clock.advance(9_000);
    found.error(boom);
    await settle();
    expect(posted).toHaveLength(1);
    expect(types()).toEqual(['request.received', 'request.late', 'request.failed', 'error']);
  });

  it('with garbage: the answer is the empty one where it can make none of it', () => {
    const { channel, posted, types } = setUp();
    ask(channel, () => 'garbage' as unknown as Found, {
      respond: (found = {}) => {
        if (typeof found === 'string') throw new TypeError('no matches');
        return { data: found };
      },
    });
    expect(posted).toEqual([['r-1', { data: {} }]]);
    expect(types()).toEqual(['request.received', 'request.failed', 'error']);
  });

  it('with what cannot be put on the wire: the empty answer, too', () => {
    const clock = virtualClock();
    const posted: unknown[] = [];
    const channel = answerChannel({
      clock,
      connector: 'acme',
      post: (_, response) => posted.push(structuredClone(response)),
      tell: () => {},
    });
    ask(channel, () => ({ a: (() => 1) as unknown as number }));
    expect(posted).toEqual([{ data: {} }]);
  });
});

it('gives up all that is under way when it closes, and answers nothing any more', async () => {
  const { channel, posted, clock } = setUp();
  let signal: AbortSignal | undefined;
  const found = new Subject<Found>();
  ask(channel, (given) => {
    signal = given.signal;
    return found;
  });
  channel.close();
  ask(channel, () => ({ a: 1 }), { id: 'r-2' });
  clock.advance(60_000);
  await settle();
  expect([signal?.aborted, found.observed, posted, clock.pending]).toEqual([true, false, [], 0]);
});
