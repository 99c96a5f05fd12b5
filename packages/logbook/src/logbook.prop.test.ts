import type { CallState, LogPhase } from '@offhook/core';
import { virtualClock, type VirtualClock } from '@offhook/testing';
import * as fc from 'fast-check';
import { openDesk, type Desk } from './testing/desk.js';
import { fakeBrowser, type Browser } from './testing/fakeBrowser.js';
import { fakePages } from './testing/fakePages.js';
import { fakeCrm } from './testing/fakeCrm.js';
import { property } from './testing/property.js';
import { settle } from './testing/settle.js';
import { rest } from './testing/until.js';

const tabCount = 3;
const callCount = 3;
const phases: readonly LogPhase[] = ['start', 'update', 'final', 'recording'];
const canary = 'CANARY';

/** The vendor's ids of a call: one that lasts, one that all tabs have for a while, and one of each tab's own. */
const idsOf = (call: number, tab: number): readonly string[] => [`s${call}`, `w${call}`, `t${call}-${tab}`];

const tab = fc.nat(tabCount - 1);
const call = fc.nat(callCount - 1);

type Step = { readonly tab: number; readonly passed: number } & (
  | { readonly act: 'report'; readonly call: number; readonly state: CallState; readonly ids: number }
  | { readonly act: 'ask'; readonly call: number; readonly phase: LogPhase; readonly ids: number }
  | { readonly act: 'note'; readonly call: number }
  | { readonly act: 'reload' | 'fail' | 'heal' }
);

// Which ids are named, as bits: each of the seven ways to name one or more.
const ids = fc.integer({ min: 1, max: 7 });
const passed = fc.integer({ min: 1, max: 3_000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('report' as const),
      tab,
      call,
      passed,
      ids,
      state: fc.constantFrom<CallState>('ringing', 'active', 'active', 'ended', 'ended'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('ask' as const),
      tab,
      call,
      passed,
      ids,
      phase: fc.constantFrom(...phases),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('note' as const), tab, call, passed }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constantFrom('reload' as const, 'fail' as const, 'heal' as const),
      tab,
      passed,
    }),
  },
);

type Story = readonly { readonly step: Step; readonly settled: boolean }[];

/** Some steps run into one another: what waits for a promise is not let run between them. */
const story = fc.array(fc.record({ step, settled: fc.boolean() }), { maxLength: 40 });

interface World {
  readonly clock: VirtualClock;
  readonly browser: Browser;
  /** Lets everything run that doesn't wait for time. */
  readonly settle: () => Promise<void>;
}

/** Plays the story and checks what the host has in the end. */
async function tell({ clock, browser, settle }: World, steps: Story): Promise<void> {
  const crm = fakeCrm();
  /** Notes that were kept, by call, in the order in which they were set. */
  const notes = new Map<number, { readonly order: number; readonly note: string }[]>();
  /** When the vendor first said its note, which it says again and again. */
  const vendorNoted = new Map<number, number>();
  let order = 0;

  const open = (): Desk => openDesk({ browser, clock, provide: { callLog: { write: crm.write } } });
  const desks = Array.from({ length: tabCount }, open);

  function report(at: number, of: number, state: CallState, named: number): void {
    const all = idsOf(of, at);
    // Before 5 s after its end each tab has learnt an id that lasts; otherwise nobody could know that it is one call.
    const given = state === 'ended' ? all : all.filter((_, index) => (named >> index) & 1);
    desks[at]?.line.emit({
      type: 'call',
      ids: given,
      state,
      direction: 'inbound',
      remote: { number: `+1${of}` },
      ...(state === 'ended' && {
        recordings: [
          { id: `r${of}`, link: `https://kim:${canary}@media.example/${of}?access_token=${canary}` },
        ],
      }),
    });
  }

  function play({ tab: at, ...step }: Step): void {
    switch (step.act) {
      case 'report':
        return report(at, step.call, step.state, step.ids);
      case 'ask': {
        const mine = (order += 1);
        return void desks[at]?.phone.log
          ?.call({
            connector: 'fake',
            vendorIds: idsOf(step.call, at).filter((_, index) => index === 0 || (step.ids >> index) & 1),
            phase: step.phase,
            note: 'The vendor’s',
            sessionId: `${step.call}`,
            recordings: [
              {
                id: 'r',
                link: `https://media.example/#access_token=${canary}`,
                fetch: async () => new Blob([canary]),
              },
            ],
          })
          .then(() => vendorNoted.set(step.call, Math.min(mine, vendorNoted.get(step.call) ?? mine)))
          .catch(() => {});
      }
      case 'note': {
        const id = idsOf(step.call, at)
          .map((each) => `fake:${each}`)
          .find((each) => desks[at]?.phone.calls.get(each).value);
        const mine = { order: (order += 1), note: `note ${order}` };
        return void desks[at]?.phone.log
          ?.annotate(id ?? `fake:s${step.call}`, { note: mine.note })
          .then(() => notes.set(step.call, [...(notes.get(step.call) ?? []), mine]))
          .catch(() => {});
      }
      case 'reload':
        desks[at]?.phone.close();
        desks[at] = open();
        return;
      case 'fail':
        crm.instead = () => Promise.reject(new Error('503'));
        return;
      case 'heal':
        crm.instead = undefined;
    }
  }

  await settle();
  for (const { step, settled } of steps) {
    play(step);
    // Opening a database that takes long is another story.
    if (settled || step.act === 'reload') await settle();
    clock.advance(step.passed);
  }
  await settle();
  crm.instead = undefined;
  desks.forEach((_, at) => Array.from({ length: callCount }, (__, of) => report(at, of, 'ended', 7)));
  for (let second = 0; second < 20; second += 1) {
    await settle();
    clock.advance(1_000);
  }

  const keys = Array.from({ length: callCount }, (_, of) => `fake:s${of}`);
  expect([...crm.rows.keys()].sort()).toEqual(keys);
  for (const [of, key] of keys.entries()) {
    const row = crm.rows.get(key);
    const written = crm.writes.filter((entry) => entry.key === key);
    const phase = written.map((entry) => ('phase' in entry ? phases.indexOf(entry.phase) : -1));
    const orders = written
      .map(({ note = '' }) => Number(/^note (\d+)$/.exec(note)?.[1] ?? 0))
      .filter((each) => each > 0);
    const last = notes.get(of)?.sort((a, b) => b.order - a.order)[0];
    expect(phase).toEqual([...phase].sort((a, b) => a - b));
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
    expect(phase.at(-1)).toBeGreaterThanOrEqual(phases.indexOf('final'));
    if (last && (vendorNoted.get(of) ?? 0) < last.order) expect(row?.note).toBe(last.note);
    expect(row?.vendorIds).toEqual(expect.arrayContaining([`s${of}`, `w${of}`]));
  }
  expect(JSON.stringify(crm.writes)).not.toContain(canary);
  for (const { phone } of desks) {
    expect(phone.log?.pending.value).toBe(0);
    for (const { log } of phone.recentCalls.value) expect(log.status).toBe('saved');
  }
  for (const { phone } of desks) phone.close();
  await settle();
}

const name = 'three tabs, one row a call: the last phase, the last note, and no secret';

property(name, story, async (steps) => {
  const clock = virtualClock();
  const browser = fakeBrowser(clock);
  await tell({ clock, browser, settle }, steps);
  expect(browser.dump()).not.toContain(canary);
  expect([browser.open, clock.pending]).toEqual([0, 0]);
});

property(
  `${name}, on IndexedDB`,
  story,
  async (steps) => {
    const clock = virtualClock();
    const pages = fakePages(clock);
    await tell({ clock, browser: pages, settle: () => rest(150) }, steps);
    expect(await pages.dump()).not.toContain(canary);
  },
  0.1,
);
