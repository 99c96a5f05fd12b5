import { hubWorld, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';

let world: HubWorld;
let node: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
});
afterEach(() => world.close());

test('T-185, T-188, T-190: three chats of one page, each with an agent of its own, and their ids on all frames', async () => {
  const names = ['Anna', 'Bert', 'Cleo'];
  const agents = [];
  for (const name of names) agents.push(await node.agent(name));
  const page = await node.page('w', 'p');
  const sids: string[] = [];
  for (const [at, agent] of agents.entries()) {
    const answer = await page.start({}, `c${at}`);
    expect(answer).toMatchObject({ t: 'ok', clientId: `c${at}` });
    sids.push(answer.sid ?? '');
    await agent.accept(answer.sid);
    await agent.send(answer.sid ?? '', `from ${at}`);
    await agent.ask({ t: 'typing', sid: answer.sid ?? '', state: 0 });
    await page.send(`to ${at}`, answer.sid);
  }
  await rest();
  for (const [at, sid] of sids.entries())
    expect(page.heard(sid)).toEqual(['connect', `a:from ${at}`, `c:to ${at}`]);
  const chatFrames = page.told.flatMap((frame) => ('sid' in frame ? [frame] : []));
  expect(chatFrames.length).toBeGreaterThan(9);
  for (const frame of chatFrames) expect(frame.clientId).toBe(`c${sids.indexOf(frame.sid ?? '')}`);
});

test('T-187, T-189: Open has each chat with its client id, in the order of their start', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  await page.start({}, 'cards');
  await page.start({}, 'loans');
  const other = await node.page('w', 'p2');
  const { chats } = await other.ask({ t: 'open' });
  expect(chats?.map(({ clientId, agents }) => ({ clientId, agents }))).toEqual([
    { clientId: 'cards', agents: [] },
    { clientId: 'loans', agents: [] },
  ]);
});

test('P-25: a client id of a live chat is refused; a message must name its chat', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start({}, 'cards');
  expect(await page.start({}, 'cards')).toMatchObject({ code: 'AlreadyStartedAndInSession' });
  expect(await page.send('one chat, no doubt')).toMatchObject({ t: 'ok', sid });
  await page.start({}, 'loans');
  expect(await page.send('which?')).toMatchObject({ t: 'no', code: 'BadRequest' });
  expect(await page.send('this', sid)).toMatchObject({ t: 'ok', clientId: 'cards' });
});

test('P-25, T-192: End, Close and RequestCallback without a chat are for all of the page', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  await page.start({}, 'cards');
  await page.start({}, 'loans');
  await page.ask({ t: 'callback', number: '12345' });
  expect(await node.hub.callbacks('main')).toHaveLength(2);
  await page.ask({ t: 'close' });
  await world.pass(20_000);
  expect((await page.ask({ t: 'open' })).chats).toHaveLength(2);
  await page.ask({ t: 'end', reason: 'done' });
  await rest();
  expect(page.heard().filter((word) => word === 'end')).toHaveLength(2);
  expect(await page.ask({ t: 'open' })).toMatchObject({ code: 'NoSessionFound' });
});

test('T-186: five chats are the most, and one that ends makes room', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  const sids: string[] = [];
  for (let chat = 0; chat < 5; chat += 1) sids.push((await page.start({}, `c${chat}`)).sid ?? '');
  expect(await page.start({}, 'c5')).toMatchObject({ code: 'MaxConcurrentSessionCountReached' });
  await page.ask({ t: 'end', sid: sids[2] ?? '' });
  expect(await page.start({}, 'c5')).toMatchObject({ t: 'ok' });
});

test('T-191: the client id is told with an agent’s coming', async () => {
  const agent = await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid } = await page.start({}, 'cards');
  await agent.accept(sid);
  await rest();
  const frame = page.told.find(({ t }) => t === 'entries');
  expect(frame).toMatchObject({ sid, clientId: 'cards', entries: [{ type: 'connect' }] });
});
