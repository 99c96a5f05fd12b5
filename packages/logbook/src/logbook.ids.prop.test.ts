import { virtualClock } from '@offhook/testing';
import * as fc from 'fast-check';
import { openDesk, type Desk } from './testing/desk.js';
import { fakeBrowser } from './testing/fakeBrowser.js';
import { fakeCrm } from './testing/fakeCrm.js';
import { property } from './testing/property.js';
import { settle } from './testing/settle.js';

const tabCount = 3;

/** Of one call: two ids that last, and one that doesn't. */
const ids = ['s1', 'sb1', 'w1'] as const;

const tab = fc.nat(tabCount - 1);
const named = fc.shuffledSubarray([...ids], { minLength: 1 });
const story = fc.record({
  /** How the tabs learn that the ids are one call's: all of them at once, or when it has a row by the fleeting one. */
  begin: fc.oneof(
    fc.record({
      way: fc.constant('all' as const),
      named: fc.array(fc.shuffledSubarray([...ids], { minLength: 3 }), { minLength: 1, maxLength: tabCount }),
    }),
    fc.record({ way: fc.constant('late' as const), first: fc.constantFrom('s1', 'sb1') }),
  ),
  then: fc.array(fc.record({ tab, named, settled: fc.boolean(), reload: fc.boolean() }), { maxLength: 12 }),
});

property('one row, by whichever of its ids, in whichever tab and order', story, async ({ begin, then }) => {
  const clock = virtualClock();
  const browser = fakeBrowser(clock);
  const crm = fakeCrm();
  const open = (): Desk => openDesk({ browser, clock, provide: { callLog: { write: crm.write } } });
  const desks = Array.from({ length: tabCount }, open);
  const ask = (at: number, vendorIds: readonly string[], sessionId?: string): void =>
    void desks[at]?.phone.log
      ?.call({ connector: 'fake', vendorIds, phase: 'final', ...(sessionId !== undefined && { sessionId }) })
      .catch(() => {});

  if (begin.way === 'all') begin.named.forEach((all, at) => ask(at, all));
  else {
    desks[0]?.line.emit({ type: 'call', ids: ['w1'], state: 'ended' });
    await settle();
    clock.advance(5_000);
    await settle();
    expect([...crm.rows.keys()]).toEqual(['fake:w1']);
    ask(1, ['w1', begin.first]);
    await settle();
    ask(2, ['s1', 'sb1']);
  }
  await settle();
  for (const [turn, { tab: at, named: vendorIds, settled, reload }] of then.entries()) {
    if (reload) {
      desks[at]?.phone.close();
      desks[at] = open();
    }
    ask(at, vendorIds, `${turn}`);
    if (settled) await settle();
    clock.advance(100);
  }
  await settle();
  clock.advance(5_000);
  await settle();
  expect(crm.rows.size).toBe(1);
  for (const id of ids) expect(await desks[0]?.phone.log?.logged('fake', [id])).toHaveProperty(id);
  for (const { phone } of desks) phone.close();
  expect([browser.open, clock.pending]).toEqual([0, 0]);
});
