import { hubWorld, openDoor, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';

let world: HubWorld;
let node: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
});
afterEach(() => world.close());

test('P-6, T-143: a page that never saw the end is told once, and then there is no session', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p1');
  await page.start();
  await page.ask({ t: 'end' });
  await rest();
  const next = await node.page('w', 'p2');
  expect(await next.ask({ t: 'open' })).toMatchObject({ code: 'AlreadyEndedSession' });
  expect(await next.ask({ t: 'open' })).toMatchObject({ code: 'NoSessionFound' });
  expect(await next.start()).toMatchObject({ t: 'ok' });
});

test('P-6: a page that saw the end finds no session', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p1');
  await page.start();
  await page.ask({ t: 'end' });
  expect(await page.ask({ t: 'open' })).toMatchObject({ code: 'NoSessionFound' });
  expect(await (await node.page('w', 'p2')).ask({ t: 'open' })).toMatchObject({
    code: 'AlreadyEndedSession',
  });
});

test('P-6: it is forgotten after a quarter of an hour, and survives a restart until then', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p1');
  await page.start();
  await page.ask({ t: 'end' });
  await node.kill();
  const next = world.node('n2');
  await world.pass(899_000);
  expect(await (await next.page('w', 'p2')).ask({ t: 'open' })).toMatchObject({
    code: 'AlreadyEndedSession',
  });
  const other = await next.page('w2', 'q');
  await next.agent('Bert');
  await other.start();
  await other.ask({ t: 'end' });
  await world.pass(900_000);
  expect(await (await next.page('w2', 'q2')).ask({ t: 'open' })).toMatchObject({ code: 'NoSessionFound' });
});

test('P-6, T-138: an End that overtakes its Start refuses it', async () => {
  let admit = (): void => undefined;
  const waits = new Promise<void>((resolve) => (admit = resolve));
  const slow = world.node('slow', {
    admission: { admit: async (visitor, request) => (await waits, openDoor.admit(visitor, request)) },
  });
  await slow.agent('Anna');
  const page = await slow.page('w', 'p');
  const starting = page.start();
  await rest();
  expect(await page.ask({ t: 'end' })).toMatchObject({ t: 'ok' });
  admit();
  expect(await starting).toMatchObject({ t: 'no', code: 'AlreadyEndedSession' });
  expect(await slow.hub.chats('main')).toEqual([]);
});

test('P-6: a client id that names an ended chat is refused once', async () => {
  await node.agent('Anna');
  const page = await node.page('w', 'p');
  const { sid = '' } = await page.start({}, 'cards');
  await page.start({}, 'loans');
  await page.ask({ t: 'end', sid });
  expect(await page.start({}, 'cards')).toMatchObject({ code: 'AlreadyEndedSession' });
  expect(await page.start({}, 'cards')).toMatchObject({ t: 'ok', clientId: 'cards' });
});
