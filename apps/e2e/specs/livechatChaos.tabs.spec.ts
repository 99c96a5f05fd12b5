import type { CustomerPage } from '../support/livechat/customerPage.js';
import { hostHtml } from '../support/livechat/hostHtml.js';
import { acceptNext } from '../support/livechat-chaos/acceptNext.js';
import { readLog } from '../support/livechat-chaos/readLog.js';
import { redisProgram } from '../support/livechat-chaos/redisServer.js';
import { expect, test, type ChaosFixtures } from '../support/livechat-chaos/test.js';

const ids = ['loans', 'cards', 'travel'];
const closeTimerMs = 8_000;
const each = 12;

const multi = { includes: ['multichat=true'], api: 'multilivechat' } as const;

interface Session {
  readonly clientId: string;
  readonly trans: readonly { readonly msg?: string }[];
}

test.use({ settings: { closeTimerMs } });

/** What a page was told of a chat since it was opened, in its order: texts alone. */
async function heard({ page }: CustomerPage, sid: string): Promise<readonly string[]> {
  const told = await page.evaluate(
    () => Reflect.get(window, 'told') as readonly (readonly [string, ...unknown[]])[],
  );
  return told.flatMap(([name, text, of]) =>
    (name === 'OnEcho' || name === 'OnMessageReceived') && of === sid ? [String(text)] : [],
  );
}

type Scene = ChaosFixtures & { readonly session: string };

async function chatsOfADay({ ann, host, openPage, session, world }: Scene): Promise<void> {
  const first = await openPage(multi);
  await first.call('Open');
  await first.until('OnOpenFailed', 'NoSessionFound');
  const sids: string[] = [];
  for (const [index, clientId] of ids.entries()) {
    await first.call('Start', { eCustName: 'Ada' }, '', clientId);
    await expect.poll(() => first.told('OnStartSuccess')).toHaveLength(index + 1);
    sids.push(await acceptNext(ann));
  }
  const second = await openPage(multi);
  await second.call('Open');
  await second.until('OnOpenSuccess');

  // Both tabs and the agent talk in all of them at once, and the server dies in the middle.
  const talking = [];
  for (let index = 0; index < each; index += 1) {
    for (const sid of sids) {
      await first.call('SendMessage', `first ${index}`, sid);
      await second.call('SendMessage', `second ${index}`, sid);
      talking.push(ann.ask({ t: 'send', sid, id: `a${index}`, msg: `Ann ${index}` }));
    }
    if (index === each / 2) await world.nodes[0]?.kill();
    if (index === each - 3) await world.nodes[0]?.start();
  }
  await Promise.all(talking);
  const logOf = async (sid: string): Promise<readonly string[]> =>
    (await readLog(world.keptAt, session, sid)).flatMap(({ entry }) =>
      entry.type === 'msg' ? [entry.msg] : [],
    );
  for (const sid of sids) {
    await expect.poll(async () => (await logOf(sid)).length, { timeout: 30_000 }).toBe(each * 3);
    const log = await logOf(sid);
    expect(new Set(log).size).toBe(each * 3);
    for (const tab of [first, second]) await expect.poll(() => heard(tab, sid)).toEqual(log);
    for (const who of ['first', 'second', 'Ann']) {
      expect(log.filter((text) => text.startsWith(who))).toEqual(
        Array.from({ length: each }, (_, index) => `${who} ${index}`),
      );
    }
  }

  // One tab goes; the other walks on, to the next page and the next, and all the way back.
  await second.page.goto('about:blank');
  await second.page.close();
  for (const path of ['/2', '/3']) host.put(path, hostHtml({ session, path: world.path, ...multi }));
  let walked = 0;
  const walk = async (turn: () => Promise<unknown>): Promise<void> => {
    await turn();
    await first.call('Open');
    await first.until('OnOpenSuccess');
    const [[sessions]] = (await first.told('OnOpenSuccess')) as [[readonly Session[]]];
    expect(sessions.map(({ clientId }) => clientId)).toEqual(ids);
    walked += 1;
    for (const [index, sid] of sids.entries()) {
      expect(sessions[index]?.trans.filter(({ msg }) => msg !== undefined)).toHaveLength(
        each * 3 + walked - 1,
      );
      await ann.ask({ t: 'send', sid, id: `w${walked}`, msg: `step ${walked}` });
      await expect.poll(() => heard(first, sid)).toEqual([`step ${walked}`]);
    }
    expect(await first.names()).not.toContain('OnEnd');
  };
  await walk(() => first.page.goto(`${host.origin}/2`));
  await walk(() => first.page.goto(`${host.origin}/3`));
  await walk(() => first.page.goBack());
  await walk(() => first.page.goBack());
  // Each leaving began the timer, and each Open stopped it.
  await first.page.waitForTimeout(closeTimerMs + 1_000);
  const lastOf = async (sid: string) => (await readLog(world.keptAt, session, sid)).at(-1);
  for (const sid of sids) expect((await lastOf(sid))?.entry.type).toBe('msg');

  // The last tab goes, and the server dies before the time is over.
  const closedAt = Date.now();
  await first.page.goto('about:blank');
  await first.page.waitForTimeout(1_500);
  for (const node of world.nodes) await node.kill();
  await first.page.waitForTimeout(1_500);
  for (const node of world.nodes) await node.start();
  for (const sid of sids) {
    await expect.poll(async () => (await lastOf(sid))?.entry.type, { timeout: 30_000 }).toBe('end');
    const end = await lastOf(sid);
    expect(end?.entry).toMatchObject({ type: 'end', by: 'server', why: 'closed' });
    expect(end?.time).toBeGreaterThanOrEqual(closedAt + closeTimerMs);
    await expect.poll(() => ann.entries(sid).at(-1)?.type).toBe('end');
  }
}

test('P-5, P-25: three chats in two tabs over three pages and a crash of the server; they end when the timer of the last tab says', async ({
  ann,
  host,
  openPage,
  session,
  world,
}) => {
  test.setTimeout(180_000);
  await chatsOfADay({ ann, host, openPage, session, world });
});

if (redisProgram !== undefined) {
  test.describe('on two nodes', () => {
    test.use({ redis: redisProgram });

    test('P-5, P-25: three chats in two tabs over three pages and a crash of the servers; they end when the timer of the last tab says', async ({
      ann,
      host,
      openPage,
      session,
      world,
    }) => {
      test.setTimeout(180_000);
      await chatsOfADay({ ann, host, openPage, session, world });
    });
  });
}
