import { countingIds, virtualClock } from '@offhook/testing';
import { fateOf, settle } from '../testing/promises.js';
import { requestChannel } from './requestChannel.js';

function setUp(post?: (id: string, request: string) => void) {
  const clock = virtualClock();
  const posted: [string, string][] = [];
  const requests = requestChannel<string, string>({
    post: post ?? ((id, request) => posted.push([id, request])),
    ids: countingIds(),
    clock,
  });
  return { clock, posted, requests };
}

it('posts each request under an id of its own', () => {
  const { requests, posted } = setUp();
  void requests.request('a', { timeoutMs: 1_000 });
  void requests.request('a', { timeoutMs: 1_000 });
  expect(posted).toEqual([
    ['id-1', 'a'],
    ['id-2', 'a'],
  ]);
});

it('takes answers in any order', async () => {
  const { requests, clock } = setUp();
  const answers = Promise.all(['a', 'b', 'c'].map((each) => requests.request(each, { timeoutMs: 1_000 })));
  expect(requests.settle('id-3', 'C')).toBe(true);
  expect(requests.settle('id-1', 'A')).toBe(true);
  expect(requests.settle('id-2', 'B')).toBe(true);
  await expect(answers).resolves.toEqual(['A', 'B', 'C']);
  expect(clock.pending).toBe(0);
});

it('takes an answer that comes while it still posts', async () => {
  const clock = virtualClock();
  const requests = requestChannel<string, string>({
    post: (id, request) => requests.settle(id, request.toUpperCase()),
    ids: countingIds(),
    clock,
  });
  await expect(requests.request('a', { timeoutMs: 1_000 })).resolves.toBe('A');
  expect(clock.pending).toBe(0);
});

it('takes undefined for an answer', async () => {
  const requests = requestChannel<string, undefined>({
    post: () => {},
    ids: countingIds(),
    clock: virtualClock(),
  });
  const asked = requests.request('a', { timeoutMs: 1_000 });
  expect(requests.settle('id-1', undefined)).toBe(true);
  await expect(asked).resolves.toBeUndefined();
});

it('says so when nobody waits for an answer', () => {
  const { requests } = setUp();
  expect(requests.settle('id-1', 'A')).toBe(false);
  void requests.request('a', { timeoutMs: 1_000 });
  expect(requests.settle('__proto__', 'A')).toBe(false);
  expect(requests.settle('id-1', 'A')).toBe(true);
  expect(requests.settle('id-1', 'again')).toBe(false);
});

it('rejects with timeout when the time is up, and knows a late answer by it', async () => {
  const { requests, clock } = setUp();
  const fate = fateOf(requests.request('a', { timeoutMs: 1_000 }));
  clock.advance(999);
  await settle();
  expect(fate.state).toBe('pending');
  clock.advance(1);
  await settle();
  expect(fate.state).toBe('timeout');
  expect(requests.settle('id-1', 'late')).toBe(false);
  expect(clock.pending).toBe(0);
});

it('rejects with aborted, and with the reason as its cause, when it is given up', async () => {
  const { requests, clock } = setUp();
  const abort = new AbortController();
  const fate = fateOf(requests.request('a', { timeoutMs: 1_000, signal: abort.signal }));
  abort.abort('never mind');
  await settle();
  expect(fate.state).toBe('aborted');
  expect(fate.error).toMatchObject({ cause: 'never mind' });
  expect(requests.settle('id-1', 'late')).toBe(false);
  expect(clock.pending).toBe(0);
});

it('does not even ask when it was given up before', async () => {
  const { requests, clock, posted } = setUp();
  const fate = fateOf(requests.request('a', { timeoutMs: 1_000, signal: AbortSignal.abort() }));
  await settle();
  expect(fate.state).toBe('aborted');
  expect(posted).toEqual([]);
  expect(clock.pending).toBe(0);
});

it('leaves no listener on the signal', async () => {
  const { requests, clock } = setUp();
  const { signal } = new AbortController();
  const added = jest.spyOn(signal, 'addEventListener');
  const removed = jest.spyOn(signal, 'removeEventListener');
  const answered = requests.request('a', { timeoutMs: 1_000, signal });
  requests.settle('id-1', 'A');
  await answered;
  const late = fateOf(requests.request('b', { timeoutMs: 1_000, signal }));
  clock.advance(1_000);
  await settle();
  expect(late.state).toBe('timeout');
  expect(added).toHaveBeenCalledTimes(2);
  expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
    added.mock.calls.map(([, listener]) => listener),
  );
});

it('an answer after the signal was raised changes nothing, nor does a signal after the answer', async () => {
  const { requests } = setUp();
  const abort = new AbortController();
  const asked = requests.request('a', { timeoutMs: 1_000, signal: abort.signal });
  requests.settle('id-1', 'A');
  abort.abort();
  await expect(asked).resolves.toBe('A');
});

it('rejects what waits with offline when it closes', async () => {
  const { requests, clock } = setUp();
  const fates = ['a', 'b'].map((each) => fateOf(requests.request(each, { timeoutMs: 1_000 })));
  requests.close();
  await settle();
  expect(fates.map(({ state }) => state)).toEqual(['offline', 'offline']);
  expect(requests.settle('id-1', 'late')).toBe(false);
  expect(clock.pending).toBe(0);
});

it('rejects with what posting threw, and waits for nothing', async () => {
  const wrong = new Error('could not be cloned');
  const { requests, clock } = setUp(() => {
    throw wrong;
  });
  await expect(requests.request('a', { timeoutMs: 1_000 })).rejects.toBe(wrong);
  expect(clock.pending).toBe(0);
  expect(requests.settle('id-1', 'A')).toBe(false);
});

it('gives errors that say what to do', async () => {
  const { requests, clock } = setUp();
  const fate = fateOf(requests.request('a', { timeoutMs: 250 }));
  clock.advance(250);
  await settle();
  expect(fate.error).toMatchObject({ name: 'OffhookError', message: expect.stringContaining('250') });
});
