import * as fc from 'fast-check';
import { property } from '../../testing/property.js';
import { hubWorld, rest, type TestNode } from './testing/hubWorld.js';
import { type TestAgent } from './testing/testAgent.js';
import { type TestPage } from './testing/testPage.js';

const step = fc.record({
  kind: fc.constantFrom('customer', 'agent', 'customer', 'agent', 'drop', 'hop', 'kill', 'rest'),
  which: fc.nat(1),
});

const texts = (words: readonly string[]): readonly string[] => words.filter((word) => word.includes(':'));

property(
  'each acknowledged message is there once, in one order at both sides, whatever is lost or dies',
  fc.array(step, { minLength: 5, maxLength: 30 }),
  async (steps) => {
    const world = hubWorld({
      rates: { perChat: { perSecond: 1e6, burst: 1e6 }, perWebSession: { perSecond: 1e6, burst: 1e6 } },
    });
    let made = 0;
    const next = (): TestNode => world.node(`n${(made += 1)}`);
    const nodes = [next(), next()];
    const at = (which: number): TestNode => nodes[which] ?? next();
    let agent: TestAgent = await at(1).agent('Anna');
    let page: TestPage = await at(0).page('w', 'p');
    const { sid = '' } = await page.start();
    await agent.accept(sid);
    await rest();
    const heard: string[] = [...page.heard(sid)];
    const acknowledged: Promise<readonly string[]>[] = [];
    let from = page.entries(sid).length;
    let pageAt = 0;
    let agentAt = 1;

    async function comeBack(): Promise<void> {
      heard.push(...page.heard(sid).slice(from));
      const since = page.since();
      page = await at(pageAt).page('w', 'p', since);
      from = 0;
    }

    for (const [number, { kind, which }] of steps.entries()) {
      const text = String(number);
      const said = (by: string) => (answer: { readonly t: string }) =>
        answer.t === 'ok' ? [`${by}:${text}`] : [];
      if (kind === 'customer') acknowledged.push(page.send(text, sid).then(said('c')));
      if (kind === 'agent') acknowledged.push(agent.send(sid, text).then(said('a')));
      if (kind === 'rest') await rest();
      if (kind === 'drop') {
        page.gone();
        await comeBack();
      }
      if (kind === 'hop') {
        pageAt = 1 - pageAt;
        await comeBack();
      }
      if (kind === 'kill') {
        await nodes[which]?.kill();
        nodes[which] = next();
        if (agentAt === which) {
          agentAt = 1 - which;
          agent = await at(agentAt).agent('Anna');
        }
        if (pageAt === which) await comeBack();
      }
    }
    const sent = (await Promise.all(acknowledged)).flat();
    await rest();
    heard.push(...page.heard(sid).slice(from));
    const reader = await at(0).page('w', 'reader');
    await reader.ask({ t: 'open' });
    const all = texts(reader.heard(sid));
    expect(texts(heard)).toEqual(all);
    expect(texts(agent.heard(sid))).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining([...sent]));
    await world.close();
  },
);

property(
  'of an end by the customer, an end by the agent and a timer at once, one comes, once',
  fc.tuple(fc.shuffledSubarray(['customer', 'agent', 'time'], { minLength: 2 }), fc.nat(2), fc.boolean()),
  async ([who, early, apart]) => {
    const world = hubWorld();
    const [one, other] = [world.node('n1'), world.node('n2')];
    const agent = await one.agent('Anna');
    const page = await other.page('w', 'p');
    const { sid = '' } = await page.start();
    await agent.accept(sid);
    await rest();
    await one.hub.closePage('main', 'w', 'p');
    await rest();
    const witness = await (apart ? one : other).page('w', 'q');
    world.clock.advance(29_998 + early);
    await rest();
    const isLive = (await witness.ask({ t: 'open' })).t === 'ok';
    expect(isLive).toBe(early < 2);
    if (isLive) await witness.ask({ t: 'close' });
    const acts = {
      customer: () => witness.ask({ t: 'end' }),
      agent: () => agent.ask({ t: 'end', sid }),
      time: () => Promise.resolve(void world.clock.advance(30_000)),
    };
    await Promise.all(who.map((act) => acts[act as keyof typeof acts]()));
    await world.pass(31_000);
    const words = agent.heard(sid);
    expect(words.filter((word) => word === 'end')).toHaveLength(1);
    expect(words.at(-1)).toBe('end');
    expect((await one.hub.chats('main')).map(({ state }) => state)).toEqual(['ended']);
    await world.close();
  },
);
