import { countingIds, virtualClock } from '@offhook/testing';
import * as fc from 'fast-check';
import { outbox, type Outbox } from './outbox.js';
import { tabs } from './tabs.js';
import { fakeBrowser, type FakeTab } from './testing/fakeBrowser.js';
import { property } from './testing/property.js';
import { rest } from './testing/until.js';

type Step =
  | { readonly do: 'put'; readonly tab: number; readonly key: string }
  | { readonly do: 'crash' | 'close'; readonly tab: number }
  | { readonly do: 'pass'; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('put' as const), tab: fc.nat(2), key: fc.constantFrom('a', 'b') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('crash' as const, 'close' as const), tab: fc.nat(2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 2_000 }) }),
  },
);

interface Open {
  readonly host: FakeTab;
  readonly box: Outbox<number>;
  readonly leave: () => void;
}

/** Three tabs; a fair share of what is sent fails, or was taken though the answer is lost. */
async function play(steps: readonly Step[], replies: readonly number[], merged: boolean) {
  const browser = fakeBrowser();
  const clock = virtualClock();
  const ids = countingIds();
  const sent: { readonly key: string; readonly id: string; readonly value: number }[] = [];
  const underWay = new Map<string, number>();
  const violations: string[] = [];
  let tries = 0;

  function open(): Open {
    const host = browser.tab();
    const tab = tabs({ host, clock, ids, random: () => 0.5 });
    const left = new AbortController();
    const gone = (): boolean => left.signal.aborted;
    const box = outbox<number>({
      name: 'n',
      tabs: tab,
      clock,
      ids,
      random: () => 0.5,
      ...(merged ? { merge: (last = 0, next: number) => Math.max(last, next) } : {}),
      async send({ key, id, value }) {
        if (gone()) return new Promise(() => {});
        underWay.set(key, (underWay.get(key) ?? 0) + 1);
        if ((underWay.get(key) ?? 0) > 1) violations.push(`two at once of ${key}`);
        await rest(1);
        underWay.set(key, (underWay.get(key) ?? 0) - 1);
        if (gone()) return new Promise(() => {});
        const reply = replies[tries++ % replies.length] ?? 2;
        if (reply === 0) throw new Error('not taken');
        sent.push({ key, id, value });
        if (reply === 1) throw new Error('taken, but the answer is lost');
        return undefined;
      },
    });
    return {
      host,
      box,
      leave() {
        left.abort();
        underWay.clear();
      },
    };
  }

  const open3 = [open(), open(), open()];
  const pages = [...open3];
  const kept: { readonly key: string; readonly value: number }[] = [];
  const tabOf = new Map<number, number>();
  let value = 0;
  for (const each of steps) {
    if (each.do === 'pass') {
      clock.advance(each.ms);
      await rest(6);
      continue;
    }
    const tab = open3[each.tab];
    if (!tab) continue;
    if (each.do === 'put') {
      const mine = (value += 1);
      tabOf.set(mine, pages.indexOf(tab));
      void tab.box.put(each.key, mine).then(
        () => kept.push({ key: each.key, value: mine }),
        () => undefined,
      );
      await rest(2);
    } else {
      tab.leave();
      if (each.do === 'crash') tab.host.crash();
      else tab.box.close();
      tab.host.crash();
      pages.push((open3[each.tab] = open()));
    }
  }
  for (let passed = 0; passed < 300; passed += 1) {
    clock.advance(1_000);
    await rest(12);
    if (passed > 10 && open3.every(({ box }) => box.state.value.pending === 0)) break;
  }
  return { kept, sent, tabOf, violations, pending: open3.map(({ box }) => box.state.value.pending) };
}

/** The first time that each entry was taken. */
const once = <E extends { readonly id: string }>(sent: readonly E[]): readonly E[] =>
  sent.filter(({ id }, at) => sent.findIndex((each) => each.id === id) === at);

property(
  'what was kept is sent at least once, in order for each key, by one tab at a time',
  fc.tuple(fc.array(step, { maxLength: 25 }), fc.array(fc.nat(3), { minLength: 3, maxLength: 9 })),
  async ([steps, replies]) => {
    const { kept, sent, tabOf, violations, pending } = await play(steps, [...replies, 2], false);
    expect({ violations, pending }).toEqual({ violations: [], pending: [0, 0, 0] });
    for (const key of ['a', 'b']) {
      const wanted = kept.filter((each) => each.key === key).map(({ value }) => value);
      const got = once(sent)
        .filter((each) => each.key === key)
        .map(({ value }) => value);
      for (const tab of new Set(tabOf.values())) {
        const own = got.filter((value) => tabOf.get(value) === tab);
        expect(own).toEqual([...own].sort((a, b) => a - b));
      }
      expect(got).toEqual(expect.arrayContaining(wanted));
    }
  },
);

property(
  'merged: the last value of each key is sent, and under one id only one value',
  fc.tuple(fc.array(step, { maxLength: 25 }), fc.array(fc.nat(3), { minLength: 3, maxLength: 9 })),
  async ([steps, replies]) => {
    const { kept, sent, violations, pending } = await play(steps, [...replies, 2], true);
    expect({ violations, pending }).toEqual({ violations: [], pending: [0, 0, 0] });
    for (const key of ['a', 'b']) {
      const wanted = Math.max(0, ...kept.filter((each) => each.key === key).map(({ value }) => value));
      const got = sent.filter((each) => each.key === key);
      expect(got.at(-1)?.value ?? 0).toBeGreaterThanOrEqual(wanted);
      expect(new Set(got.map(({ id, value }) => `${id} ${value}`)).size).toBe(
        new Set(got.map(({ id }) => id)).size,
      );
    }
  },
);
