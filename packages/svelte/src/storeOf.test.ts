import { flushSync, onMount } from 'svelte';
import { derived, get, writable, type Readable } from 'svelte/store';
import { createOffhook, select, type StreamValues } from '@offhook/core';
import { fakeConnector, virtualClock, watchedClient } from '@offhook/testing';
import {
  agent,
  call,
  callDuration,
  callIds,
  calls,
  connection,
  current,
  getOffhook,
  incomingCalls,
  recentCalls,
} from './index.js';
import { showStore } from './testing/showStore.js';

function setUp() {
  const line = fakeConnector();
  const clock = virtualClock();
  const { client: phone, observed } = watchedClient(createOffhook({ connectors: [line], clock }));
  return { line, phone, observed, clock, ann: line.ring({ name: 'Ann' }), ben: line.ring({ name: 'Ben' }) };
}

const nameOf = ({ call }: StreamValues['call']): string | undefined => call?.remote.name;

test('the first rendering of a tree shows initial values, and the real ones before anything is painted', () => {
  const { phone } = setUp();
  const { shown } = showStore(phone, callIds);
  expect(shown).toEqual([phone.calls.ids.initial, phone.calls.ids.value]);
  phone.close();
});

test('where the real value is the initial one, nothing is shown twice', () => {
  const { phone } = setUp();
  const { shown } = showStore(phone, recentCalls);
  expect(shown).toHaveLength(1);
  phone.close();
});

test('in a tree that is mounted, subscribing gives the real value at once', () => {
  const { phone, ann } = setUp();
  let late: Readable<StreamValues['call']> | undefined;
  showStore(phone, () => (late = call(ann.id)));
  const told: (string | undefined)[] = [];
  const leave = late?.subscribe((value) => told.push(nameOf(value)));
  expect(told).toEqual(['Ann']);
  leave?.();
  phone.close();
});

test('what stood still while nobody looked is right for who comes late', () => {
  const { phone, ann, clock } = setUp();
  ann.answer();
  let late: Readable<number> | undefined;
  showStore(phone, () => {
    late = callDuration(ann.id);
    return connection();
  });
  clock.advance(5_400);
  const told: number[] = [];
  const leave = late?.subscribe((talkMs) => told.push(talkMs));
  clock.advance(1_000);
  expect(told).toEqual([5_400, 6_400]);
  leave?.();
  expect(clock.pending).toBe(0);
  phone.close();
});

test('what runs when a component is mounted sees the real values', () => {
  const { phone, observed } = setUp();
  let seen: readonly string[] | undefined;
  const { unmount } = showStore(phone, () => {
    const ids = callIds();
    onMount(() => {
      seen = get(ids);
    });
    return connection();
  });
  expect(seen).toBe(phone.calls.ids.value);
  unmount();
  expect(observed()).toEqual([]);
  phone.close();
});

test('a store of an id is followed, and left with the component', () => {
  const { phone, observed, ann, ben } = setUp();
  let read = false;
  const id = writable<string | undefined>(ann.id, () => {
    read = true;
    return () => void (read = false);
  });
  const { shown, unmount } = showStore(phone, () => call(id));
  expect(shown.map(nameOf)).toEqual([undefined, 'Ann']);
  expect(read).toBe(true);
  flushSync(() => id.set(ben.id));
  expect(shown.map(nameOf)).toEqual([undefined, 'Ann', 'Ben']);
  flushSync(() => id.set(undefined));
  expect(shown.map(nameOf)).toEqual([undefined, 'Ann', 'Ben', 'Ann']);
  unmount();
  expect(observed()).toEqual([]);
  expect(read).toBe(false);
  phone.close();
});

test('a store that tells the same id again changes nothing', () => {
  const { phone, ann } = setUp();
  const told: ((id: string) => void)[] = [];
  const id: Readable<string> = {
    subscribe(run) {
      told.push(run);
      run(ann.id);
      return () => {};
    },
  };
  const { shown } = showStore(phone, () => call(id));
  const before = shown.length;
  flushSync(() => told.forEach((run) => run(ann.id)));
  expect(shown).toHaveLength(before);
  phone.close();
});

test('an id that changes before the tree is mounted shows the call that it names then', () => {
  const { phone, ann, ben, observed } = setUp();
  const id = writable(ann.id);
  const { shown, unmount } = showStore(phone, () => {
    const store = call(id);
    const early: (string | undefined)[] = [];
    const leave = store.subscribe((value) => early.push(nameOf(value)));
    id.set(ben.id);
    leave();
    expect(early).toEqual([undefined, undefined]);
    expect(observed()).toEqual([]);
    return store;
  });
  expect(shown.map(nameOf)).toEqual([undefined, 'Ben']);
  unmount();
  expect(observed()).toEqual([]);
  phone.close();
});

test('who subscribes beside another, or again, has the same controls, with what they remember', async () => {
  const { phone, ann, line } = setUp();
  let store: Readable<StreamValues['call']> | undefined;
  const { shown } = showStore(phone, () => (store = call(ann.id)));
  if (store === undefined) throw new Error('There is a store.');
  const { answer } = get(store);
  expect(shown.at(-1)?.answer).toBe(answer);
  line.becomes('offline');
  await answer();
  expect(get(store).lastError?.code).toBe('offline');
  expect(shown.at(-1)?.lastError).toBe(get(store).lastError);
  phone.close();
});

test('a store is one for svelte/store too', () => {
  const { phone, ben } = setUp();
  const { shown } = showStore(phone, () =>
    derived([calls(), incomingCalls()], ([all, ringing]) => `${ringing.length} of ${all.length}`),
  );
  expect(shown.at(-1)).toBe('2 of 2');
  flushSync(() => ben.answer());
  expect(shown.at(-1)).toBe('1 of 2');
  phone.close();
});

test('any Current can be read, and a projection that makes new objects is shown once for each change', () => {
  const { phone, ann } = setUp();
  const { shown } = showStore(phone, () =>
    current(
      select(
        getOffhook().calls.all,
        (all) => all.map(({ muted }) => muted),
        (a, b) => String(a) === String(b),
      ),
    ),
  );
  ann.answer();
  flushSync();
  expect(shown).toEqual([[], [false, false]]);
  ann.mute();
  flushSync();
  expect(shown).toEqual([[], [false, false], [false, true]]);
  phone.close();
});

test('connection and agent can be those of a named connector', async () => {
  const one = fakeConnector({ id: 'one' });
  const two = fakeConnector({ id: 'two', status: 'offline' });
  const phone = createOffhook({ connectors: [one, two] });
  const connector = writable<string | undefined>(undefined);
  const lines = showStore(phone, () => connection(connector)).shown;
  const agents = showStore(phone, () => agent(connector)).shown;
  expect(lines.at(-1)?.connector).toBe('one');
  flushSync(() => connector.set('two'));
  expect(lines.at(-1)).toMatchObject({ connector: 'two', status: 'offline' });
  two.becomes('ready');
  await agents.at(-1)?.setPresence('busy');
  flushSync();
  expect(agents.at(-1)?.agent.presence).toBe('busy');
  expect(phone.agent.value.presence).toBe('unknown');
  expect([one.sent, two.sent.map(({ type }) => type)]).toEqual([[], ['agent.setPresence']]);
  flushSync(() => connector.set('nobody'));
  expect(lines.at(-1)).toBeUndefined();
  phone.close();
});
