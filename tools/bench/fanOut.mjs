import { BehaviorSubject, distinctUntilChanged, map } from 'rxjs';
import { compare } from './compare.mjs';
import { phoneWith } from './phone.mjs';

/** One client, with the watchers that a call list has: the hot call, who calls, what is in focus, which there are. */
function watched(count) {
  const { phone, emit } = phoneWith(count);
  let told = 0;
  const tell = () => {
    told += 1;
  };
  phone.calls.get('bench:0').listen(tell);
  phone.calls.ids.listen(tell);
  phone.incomingCalls.listen(tell);
  phone.focus.listen(tell);
  phone.recentCalls.listen(tell);
  let muted = false;
  return () => {
    muted = !muted;
    emit({ type: 'call', ids: ['0'], muted });
    return told;
  };
}

/** What people write first: one map in one subject, copied for each event, and selected from. */
function copiedMap(count, watchers) {
  const calls = new Map(
    Array.from({ length: count }, (_, index) => [`${index}`, { id: `${index}`, muted: false }]),
  );
  const state = new BehaviorSubject(calls);
  let told = 0;
  for (let index = 0; index < watchers; index += 1) {
    state
      .pipe(
        map((all) => all.get(`${index}`)),
        distinctUntilChanged(),
      )
      .subscribe(() => {
        told += 1;
      });
  }
  let muted = false;
  return () => {
    muted = !muted;
    const copy = new Map(state.value);
    copy.set('0', { ...copy.get('0'), muted });
    state.next(copy);
    return told;
  };
}

const perEvent = (event, times) => () => {
  const start = performance.now();
  for (let index = 0; index < times; index += 1) event();
  return ((performance.now() - start) * 1_000) / times;
};

export async function run() {
  const one = watched(1);
  const many = watched(10_000);
  for (let index = 0; index < 20_000; index += 1) {
    one();
    many();
  }
  const naive = copiedMap(10_000, 100);
  return [
    await compare({
      name: 'one event at 10,000 live calls',
      unit: 'µs',
      peerName: 'one event at 1 live call',
      goal: { max: 1.5 },
      ours: perEvent(many, 5_000),
      peer: perEvent(one, 5_000),
      rounds: 15,
    }),
    await compare({
      name: 'one event at 10,000 live calls, cheaper than a copied map',
      unit: 'µs',
      peerName: 'copy the map and select from it',
      goal: { min: 300 },
      ours: perEvent(many, 5_000),
      peer: perEvent(naive, 40),
    }),
  ];
}
