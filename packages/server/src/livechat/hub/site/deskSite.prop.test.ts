import * as fc from 'fast-check';
import { property } from '../../../testing/property.js';
import { virtualClock } from '../../../testing/virtualClock.js';
import { memoryLog } from '../../log/memoryLog.js';
import { memoryStore } from '../../log/memoryStore.js';
import { type DeskAnswer, type DeskCommand } from '../desk/command.js';
import { pageKey } from '../desk/desk.js';
import { snapshotOf } from '../desk/snapshot.js';
import { defaultSettings } from '../settings.js';
import { rest } from '../testing/hubWorld.js';
import { DeskSite } from './deskSite.js';

const settings = {
  ...defaultSettings,
  queueLimit: 3,
  queueTimeoutMs: 4_000,
  closeTimerMs: 2_000,
  agentLostMs: 1_500,
};

function nodes(count: number) {
  const clock = virtualClock();
  const store = memoryStore();
  let ids = 0;
  const problems: unknown[] = [];
  let conflicts = 0;
  const open = (): DeskSite => {
    const log = memoryLog({ clock, store });
    const site: DeskSite = new DeskSite('main', {
      log,
      clock,
      ids: () => `t${(ids += 1)}`,
      settings: () => settings,
      onEvent: () => undefined,
      onChange: () => undefined,
      onCallback: () => undefined,
      onForgotten: () => undefined,
      onProblem: (_what, error) => void problems.push(error),
      onConflict: () => void (conflicts += 1),
    });
    log.follow((stream, records) => stream === 'desk:main' && site.receive(records));
    return site;
  };
  return { clock, problems, open, sites: Array.from({ length: count }, open), conflicts: () => conflicts };
}

const webs = ['w0', 'w1', 'w2'];
const agents = ['a0', 'a1'];
const node = (at: number): string => `n${at}`;

/** Commands that fit a moment badly are refused: those count too. */
function command(kind: number, one: number, other: number, at: number, sids: readonly string[]): DeskCommand {
  const web = webs[one % webs.length] ?? '';
  const agent = agents[one % agents.length] ?? '';
  const page = `p${other % 2}`;
  const sid = sids[other % Math.max(1, sids.length)] ?? 'none';
  const who = { id: agent, name: agent };
  switch (kind) {
    case 0:
    case 1: {
      const details = { eCin: web, eMobileNo: '12345' };
      const named = other % 3 === 0 ? {} : { clientId: `c${other % 3}` };
      const id = `s${sids.length}`;
      return {
        t: 'start',
        sid: id,
        web,
        page,
        node: node(at),
        nodeChats: 0,
        details,
        autoCallback: true,
        ...named,
      };
    }
    case 2:
      return { t: 'open', web, page, node: node(at) };
    case 3:
      return { t: 'close', web, page };
    case 4:
      return { t: 'presence', node: node(at), lost: [pageKey(web, page)], back: [] };
    case 5:
      return { t: 'presence', node: node(at), lost: [], back: [{ web, page, sids: [sid] }] };
    case 6:
    case 7:
      return { t: 'agentIn', agent: who, node: node(at) };
    case 8:
    case 9:
      return { t: 'accept', agent: who, ...(other % 2 === 0 ? {} : { sid }) };
    case 10:
      return {
        t: 'pass',
        how: other % 2 === 0 ? 'invite' : 'transfer',
        agent,
        sid,
        to: agents[(one + 1) % 2] ?? '',
      };
    case 11:
      return { t: 'leave', agent, sid };
    case 12:
      return { t: 'agentEnd', agent, sid };
    case 13:
      return { t: 'end', web, sids: [sid] };
    case 14:
      return { t: 'agentLost', agent, node: node(at) };
    default:
      return other % 2 === 0 ? { t: 'logout', agent } : { t: 'nodesDead', nodes: [node(1 - at)] };
  }
}

const step = fc.record({
  kind: fc.nat(15),
  one: fc.nat(5),
  other: fc.nat(11),
  at: fc.nat(1),
  /** How long the test waits after it; mostly not at all, so that both nodes decide at once. */
  pause: fc.oneof({ weight: 4, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(2_500) }),
});

property(
  'two nodes come to the same desk, and so does one that starts later',
  fc.array(step, { minLength: 5, maxLength: 40 }),
  async (steps) => {
    const { clock, problems, open, sites } = nodes(2);
    for (const site of sites) await site.ready();
    const sids: string[] = [];
    const answers: Promise<DeskAnswer>[] = [];
    for (const { kind, one, other, at, pause } of steps) {
      const asked = command(kind, one, other, at, sids);
      if (asked.t === 'start') sids.push(asked.sid);
      const site = sites[at];
      if (site !== undefined) answers.push(site.run(asked));
      if (pause < 0) continue;
      await rest();
      clock.advance(pause);
      await rest();
    }
    await Promise.all(answers);
    await rest();
    const late = open();
    await late.ready();
    const desks = [...sites, late].map(({ desk }) => JSON.parse(snapshotOf(desk)) as unknown);
    expect(desks[1]).toEqual(desks[0]);
    expect(desks[2]).toEqual(desks[0]);
    expect(problems).toEqual([]);
    for (const { desk } of sites)
      for (const chat of desk.chats.values()) {
        expect(chat.state).toBe(chat.agents.length > 0 ? 'connected' : 'queued');
        expect(desk.queue.position(chat) !== undefined).toBe(chat.state === 'queued');
      }
    for (const site of [...sites, late]) site.close();
  },
);

test('of two who want the same at once one is refused, and decided anew', async () => {
  const { sites, conflicts } = nodes(2);
  const [one, other] = sites;
  for (const site of sites) await site.ready();
  const start = (web: string): DeskCommand => command(0, 0, web === 'w0' ? 0 : 3, 0, []);
  await one?.run({ t: 'agentIn', agent: { id: 'a0', name: 'a0' }, node: 'n0' });
  await rest();
  const answers = await Promise.all([one?.run(start('w0')), other?.run(start('w1'))]);
  expect(answers.map((answer) => answer?.ok)).toEqual([true, false]);
  expect(conflicts()).toBe(1);
  for (const site of sites) site.close();
});
