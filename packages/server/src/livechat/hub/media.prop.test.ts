import type { Entry, MediaStep } from '@offhook/livechat';
import { foldMedia, type MediaSessions } from '@offhook/livechat/media';
import * as fc from 'fast-check';
import { property } from '../../testing/property.js';
import { hubWorld, rest } from './testing/hubWorld.js';
import { foldOfTests } from './testing/testMedia.js';

const act = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      who: fc.nat(3),
      step: fc.constantFrom('ask', 'ask', 'take', 'take', 'join', 'end'),
      kind: fc.constantFrom('av', 'cobr'),
      which: fc.nat(7),
    }),
  },
  { weight: 3, arbitrary: fc.constant('rest' as const) },
  { weight: 1, arbitrary: fc.constant('leave' as const) },
);

const stepOf = (step: MediaStep['step'], kind: 'av' | 'cobr'): MediaStep =>
  step === 'ask'
    ? { step, kind, wants: { video: true } }
    : step === 'end'
      ? { step, why: 'hung-up' }
      : { step };

/** As the pages' own fold sees it, in the words of the tests'. */
function foldOfPages(entries: readonly Entry[]): ReturnType<typeof foldOfTests> {
  const sessions = entries.reduce<MediaSessions>(foldMedia, {});
  return Object.fromEntries(
    Object.entries(sessions).map(([kind, { media, state, askedBy, customer, agent, endedBy }]) => [
      kind,
      {
        media,
        state,
        askedBy,
        ...(customer && { c: customer.seat }),
        ...(agent && { a: agent.seat }),
        ...(endedBy && { endedBy }),
      },
    ]),
  );
}

property(
  'asks, takes and ends of both sides at two nodes at once come to one session of a kind, the same for all who read',
  fc.array(act, { minLength: 6, maxLength: 40 }),
  async (acts) => {
    const roomy = { perSecond: 1e6, burst: 1e6 };
    const world = hubWorld({ rates: { perChat: roomy, perWebSession: roomy } });
    const [one, other] = [world.node('n1'), world.node('n2')];
    const anna = await one.agent('Anna', undefined, 'desk-a');
    const bert = await other.agent('Bert', undefined, 'desk-b');
    const first = await one.page('w', 'p1');
    const { sid = '' } = await first.start();
    await anna.accept(sid);
    await anna.ask({ t: 'invite', sid, to: 'Bert' });
    const second = await other.page('w', 'p2');
    await second.ask({ t: 'open' });
    await rest();
    const sides = [first, second, anna, bert] as const;
    const asked: string[] = [];
    const answers: Promise<readonly string[]>[] = [];

    for (const [number, each] of acts.entries()) {
      if (each === 'rest') await rest();
      else if (each === 'leave') void bert.ask({ t: 'leave', sid });
      else {
        const { who, step, kind, which } = each;
        const media = step === 'ask' ? `m${number}` : (asked.at(-1 - (which % 4)) ?? 'none');
        if (step === 'ask') asked.push(media);
        const id = `s${number}`;
        const request = { t: 'media', sid, id, media, ...stepOf(step, kind) } as const;
        const answer = sides[who]?.ask(request) ?? Promise.reject(new Error('nobody'));
        answers.push(answer.then(({ t }) => (t === 'ok' ? [id] : [])));
      }
    }
    const taken = (await Promise.all(answers)).flat();
    await rest();
    const late = [await one.page('w', 'late1'), await other.page('w', 'late2')];
    for (const page of late) await page.ask({ t: 'open' });

    const log = anna.entries(sid);
    const steps = log.filter(({ type }) => type === 'media').map(({ id }) => id);
    expect([...steps].sort()).toEqual([...taken].sort());
    const folded = foldOfTests(log);
    expect(foldOfPages(log)).toEqual(folded);
    for (const reader of [first, second, ...late]) {
      const entries = reader.entries(sid).filter(({ type }) => type === 'media');
      expect(entries.map(({ id }) => id)).toEqual(steps);
      expect(foldOfTests(reader.entries(sid))).toEqual(folded);
    }
    // Where nothing ended it, the first of a kind that was asked for is the one.
    for (const kind of ['av', 'cobr'] as const) {
      const asks = log.flatMap((entry) =>
        entry.type === 'media' && entry.step === 'ask' && entry.kind === kind ? [entry.media] : [],
      );
      const isEnded = log.some(
        ({ type, ...entry }) => type === 'disconnect' || ('step' in entry && entry.step === 'end'),
      );
      expect(folded[kind] === undefined).toBe(asks.length === 0);
      if (asks.length > 0 && !isEnded) expect(folded[kind]?.media).toBe(asks[0]);
    }
    await world.close();
  },
);
