import { hubWorld, rest, type HubWorld, type TestNode } from './testing/hubWorld.js';

let world: HubWorld;
let node: TestNode;
beforeEach(() => {
  world = hubWorld();
  node = world.node('n1');
});
afterEach(() => world.close());

async function connected(at: TestNode = node) {
  const agent = await node.agent('Anna');
  const customer = await at.page('w', 'p');
  const { sid = '' } = await customer.start({ eCustName: 'Eva' });
  await agent.accept(sid);
  await rest();
  return { agent, customer, sid };
}

test('P-7, T-70, T-164: a message is echoed to all pages of the browser session, the sender’s too', async () => {
  const { agent, customer, sid } = await connected();
  const second = await node.page('w', 'p2');
  await second.ask({ t: 'open' });
  const answer = await customer.send('hello');
  await rest();
  for (const page of [customer, second])
    expect(page.entries(sid).at(-1)).toMatchObject({ type: 'msg', by: 'c', msg: 'hello', seq: answer.seq });
  expect(agent.heard(sid)).toEqual(['start', 'connect', 'c:hello']);
});

test('P-7, T-71: a message sent again with its id is the same one', async () => {
  const { customer, sid } = await connected();
  const send = { t: 'send', id: 'mine', msg: 'once' } as const;
  const [first, again] = [await customer.ask(send), await customer.ask(send)];
  await rest();
  expect({ seq: again.seq, time: again.time }).toEqual({ seq: first.seq, time: first.time });
  expect(customer.heard(sid)).toEqual(['connect', 'c:once']);
});

test('P-7: what was acknowledged is answered the same after the end, anything else is refused', async () => {
  const { customer, sid } = await connected();
  const send = { t: 'send', id: 'mine', msg: 'once', sid } as const;
  const first = await customer.ask(send);
  await customer.ask({ t: 'end' });
  await rest();
  expect(await customer.ask(send)).toMatchObject({ t: 'ok', seq: first.seq });
  expect(await customer.ask({ ...send, id: 'new' })).toMatchObject({ t: 'no', code: 'NoSuchChat' });
});

test('T-72, T-162: data of the app’s own goes both ways', async () => {
  const { agent, customer, sid } = await connected();
  await customer.ask({ t: 'app', id: 'x1', kind: 'page', data: { path: '/cards', depth: [1] } });
  await agent.ask({ t: 'app', id: 'y1', sid, data: 'show-form' });
  await rest();
  expect(agent.entries(sid).slice(-2)).toMatchObject([
    { type: 'app', by: 'c', kind: 'page', data: { path: '/cards', depth: [1] } },
    { type: 'app', by: 'a', data: 'show-form', agent: { id: 'anna', name: 'Anna' } },
  ]);
  expect(customer.entries(sid).at(-1)).toMatchObject({ type: 'app', by: 'a', data: 'show-form' });
});

test('T-163, P-11, T-126: an agent’s message goes to all pages with the chat, at each node', async () => {
  const other = world.node('n2');
  const { agent, customer, sid } = await connected();
  const second = await other.page('w', 'p2');
  await second.ask({ t: 'open' });
  await agent.send(sid, 'Good day');
  await rest();
  for (const page of [customer, second])
    expect(page.entries(sid).at(-1)).toMatchObject({
      type: 'msg',
      by: 'a',
      msg: 'Good day',
      agent: { name: 'Anna' },
    });
});

test('P-9: times never go back, and are those of the log', async () => {
  const { customer, sid } = await connected();
  for (let message = 0; message < 3; message += 1) {
    await customer.send(String(message));
    world.clock.advance(message === 1 ? 0 : 5);
  }
  await rest();
  const times = customer.entries(sid).map(({ time }) => time);
  expect(times).toEqual([...times].sort());
  expect(times.at(-1)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('P-8, T-198: Open shows all that was said, and where each agent came in', async () => {
  const { agent, customer, sid } = await connected();
  const bert = await node.agent('Bert');
  await customer.send('a');
  await agent.send(sid, 'b');
  await agent.ask({ t: 'invite', sid, to: 'Bert' });
  await customer.send('c');
  await customer.ask({ t: 'close' });
  const next = await node.page('w', 'p2');
  const { chats } = await next.ask({ t: 'open' });
  expect(next.heard(sid)).toEqual(['connect', 'c:a', 'a:b', 'connect', 'c:c']);
  expect(chats?.[0]?.agents).toEqual([
    { id: 'anna', name: 'Anna', index: 0 },
    { id: 'bert', name: 'Bert', index: 3 },
  ]);
  await next.send('d');
  await rest();
  expect(bert.heard(sid)).toEqual(['start', 'connect', 'c:a', 'a:b', 'connect', 'c:c', 'c:d']);
});

test('P-8: an agent who left and is back is listed once, with the new place', async () => {
  const { agent, sid, customer } = await connected();
  await agent.ask({ t: 'leave', sid, text: 'one moment' });
  await agent.accept(sid);
  await rest();
  const { chats } = await customer.ask({ t: 'open' });
  expect(chats?.[0]?.agents).toEqual([{ id: 'anna', name: 'Anna', index: 2 }]);
  expect(agent.heard(sid)).toEqual(['start', 'connect', 'disconnect', 'connect']);
});

test('a message that is too long, and an id that is the server’s own, are refused', async () => {
  const { customer } = await connected();
  expect(await customer.send('x'.repeat(32_768))).toMatchObject({ t: 'ok' });
  expect(await customer.send('é'.repeat(16_385))).toMatchObject({
    code: 'BadRequest',
    text: 'msg: longer than 32768 bytes',
  });
  expect(await customer.ask({ t: 'send', id: ':id1:1', msg: 'x' })).toMatchObject({ code: 'BadRequest' });
  expect(await customer.ask({ t: 'send', id: 'x'.repeat(129), msg: 'x' })).toMatchObject({
    code: 'BadRequest',
  });
});

test('more than a chat or a browser session may send is refused with the time to wait', async () => {
  world.set({ rates: { perChat: { perSecond: 10, burst: 3 }, perWebSession: { perSecond: 40, burst: 5 } } });
  const { customer } = await connected();
  for (let message = 0; message < 3; message += 1)
    expect(await customer.send('x')).toMatchObject({ t: 'ok' });
  expect(await customer.send('x')).toMatchObject({ t: 'no', code: 'TooMany', retryAfterMs: 100 });
  world.clock.advance(100);
  expect(await customer.send('x')).toMatchObject({ t: 'ok' });
});

test('a message touches the desk’s log no more than its frame is made twice', async () => {
  const { agent, customer, sid } = await connected();
  const second = await node.page('w', 'p2');
  await second.ask({ t: 'open' });
  await rest();
  const before = await node.log.end('desk:main');
  await customer.send('hello');
  await agent.send(sid, 'hello');
  await rest();
  expect(await node.log.end('desk:main')).toBe(before);
  expect(second.told.at(-1)).toBe(customer.told.at(-1));
});
