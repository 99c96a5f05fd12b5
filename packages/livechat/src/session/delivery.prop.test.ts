import * as fc from 'fast-check';
import type { Fate } from '../testing/backEnd.js';
import type { Page } from '../testing/browser.js';
import { ada, connectedChat } from '../testing/chatting.js';
import { property } from '../testing/property.js';

type Step =
  | { readonly does: 'send' | 'say' | 'app'; readonly by: number }
  | { readonly does: 'cut' | 'spend' | 'refuse' | 'renew' }
  | { readonly does: 'down' | 'up' | 'silent' | 'heard' | 'sockets' | 'noSockets' }
  | { readonly does: 'fate'; readonly fates: readonly Fate[] }
  | { readonly does: 'pass'; readonly ms: number };

const fate = fc.constantFrom<Fate>('pass', 'pass', 'pass', 'twice', 'swap', 'junk', 'cut');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constantFrom('send', 'say', 'app'), by: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('cut', 'spend', 'refuse', 'renew') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('down', 'up', 'silent', 'heard', 'sockets', 'noSockets'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('fate'),
      fates: fc.array(fate, { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('pass'), ms: fc.constantFrom(1, 2, 10, 700, 3_000, 11_000) }),
  },
);

/** Places in the log of what a page was shown, in the order of its showing. */
const shown = (page: Page): unknown[] =>
  page.told.flatMap(({ name, args }) => {
    if (name === 'OnEcho' || name === 'OnMessageReceived') return [args[2]];
    return name === 'OnAppMessageReceived' ? [args[3]] : [];
  });

property(
  'P-7, P-11, T-198: over any network each page is shown each entry once, in order, and each send is kept once',
  fc.array(step, { minLength: 5, maxLength: 40 }),
  async (steps) => {
    const { backEnd, browser, page, sid, pass, tab } = await connectedChat();
    const pages = [page, await tab()];
    const sent: { by: number; id: string; done: Promise<{ seq: number; sid: string }> }[] = [];
    const { network, desk } = backEnd;
    const from = desk.chats()[0]?.log.length ?? 0;
    let said = 0;

    for (const one of steps) {
      switch (one.does) {
        case 'send': {
          const id = `m${sent.length}`;
          sent.push({ by: one.by, id, done: pages[one.by]!.api.SendMessage(`text ${id}`, id) });
          break;
        }
        case 'say':
          desk.add(sid, { type: 'msg', by: 'a', msg: `said ${(said += 1)}`, agent: ada });
          break;
        case 'app':
          desk.add(sid, { type: 'app', by: 'a', data: (said += 1), agent: ada });
          break;
        case 'cut':
          backEnd.cut();
          break;
        case 'spend':
          backEnd.spendToken(browser.jar.cookie ?? '');
          break;
        case 'refuse':
          desk.refuse = { code: 'Unavailable', times: 1, retryAfterMs: 300 };
          break;
        case 'renew':
          for (const each of pages) each.lifecycle.wake();
          break;
        case 'down':
          network.down = true;
          backEnd.cut();
          break;
        case 'up':
          network.down = false;
          break;
        case 'silent':
        case 'heard':
          backEnd.silent(one.does === 'silent');
          break;
        case 'sockets':
        case 'noSockets':
          network.sockets = one.does === 'sockets';
          break;
        case 'fate': {
          let count = 0;
          network.fate = () => one.fates[count++ % one.fates.length] ?? 'pass';
          break;
        }
        case 'pass':
          await pass(one.ms);
          break;
      }
    }
    network.down = false;
    network.fate = () => 'pass';
    backEnd.silent(false);
    await pass(90_000);

    const log = desk.chats()[0]?.log ?? [];
    for (const each of pages) expect(shown(each)).toEqual(log.slice(from).map(({ seq }) => seq));
    for (const { id, done } of sent) {
      const kept = log.filter((entry) => entry.id === id);
      expect(kept).toHaveLength(1);
      expect(await done).toMatchObject({ sid, seq: kept[0]?.seq });
    }
    for (const by of [0, 1]) {
      const order = sent
        .filter((one) => one.by === by)
        .map(({ id }) => log.find((entry) => entry.id === id)?.seq);
      expect(order).toEqual([...order].sort((a, b) => Number(a) - Number(b)));
    }
    for (const each of pages) {
      const states = each.of('OnServerStateChanged').map(([state]) => state);
      expect(states).toEqual(states.map((_, index) => (index % 2 === 0 ? 'offline' : 'online')));
      expect(states.length % 2).toBe(0);
      expect(each.of('OnEnd')).toEqual([]);
    }
  },
);
