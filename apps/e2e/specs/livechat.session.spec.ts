import { expect, test } from '../support/livechat/test.js';

interface Session {
  readonly agents?: readonly { readonly name: string; readonly id: string; readonly index: number }[] | null;
  readonly trans: readonly Readonly<Record<string, string>>[];
}

test('T-54, T-55, T-139: who opens a chat that waits gets it, without agents', async ({
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const second = await openPage();
  await second.call('Open');
  await second.until('OnOpenSuccess');
  const [[session]] = (await second.told('OnOpenSuccess')) as [[Session]];
  expect(session.agents ?? null).toBeNull();
  expect(session.trans).toEqual([]);
});

test('T-56, T-57, T-58: agents have name, id and the place from where on they have seen the chat', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const ann = await chatDesk.agent('Ann');
  const bob = await chatDesk.agent('Bob');
  await ann('accept');
  await customer.until('OnRemoteUserConnected');
  const [[, annId] = []] = await customer.told('OnRemoteUserConnected');
  await customer.call('SendMessage', 'one');
  await customer.until('OnEcho', 'one');
  await ann('invite', { to: 'Bob' });
  await expect.poll(() => customer.told('OnRemoteUserConnected')).toHaveLength(2);
  await bob('say', { text: 'two' });
  await customer.until('OnMessageReceived', 'two');
  const second = await openPage();
  await second.call('Open');
  await second.until('OnOpenSuccess');
  const [[session]] = (await second.told('OnOpenSuccess')) as [[Session]];
  expect(session.agents).toEqual([
    { name: 'Ann', id: annId, index: 0 },
    { name: 'Bob', id: expect.any(String), index: 2 },
  ]);
  // The first that Bob has seen is his own coming.
  expect(session.trans[2]).toMatchObject({ type: 'connect', name: 'Bob' });
});

test('T-59, T-60: messages stand in their order, with who, the URL-encoded text and the server’s time', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  await customer.call('SendMessage', 'Größe 100 % & mehr?\nZeile 2');
  await customer.until('OnEcho');
  await ann('say', { text: 'Ja: 50 €' });
  await customer.until('OnMessageReceived');
  const second = await openPage();
  await second.call('Open');
  await second.until('OnOpenSuccess');
  const [[session]] = (await second.told('OnOpenSuccess')) as [[Session]];
  const messages = session.trans.filter(({ type }) => type === 'msg');
  expect(messages.map(({ by, msg = '' }) => [by, decodeURIComponent(msg)])).toEqual([
    ['c', 'Größe 100 % & mehr?\nZeile 2'],
    ['a', 'Ja: 50 €'],
  ]);
  expect(messages[0]?.['msg']).toBe(encodeURIComponent('Größe 100 % & mehr?\nZeile 2'));
  const times = session.trans.map(({ time = '' }) => time);
  for (const time of times) expect(new Date(time).toISOString()).toBe(time);
  expect(times).toEqual([...times].sort());
});

test('T-61, T-62: each coming and going of an agent is a record', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const ann = await chatDesk.agent('Ann');
  const bob = await chatDesk.agent('Bob');
  await ann('accept');
  await ann('transfer', { to: 'Bob' });
  await expect.poll(() => customer.told('OnRemoteUserConnected')).toHaveLength(2);
  await bob('say', { text: 'Mine now' });
  await customer.until('OnMessageReceived', 'Mine now');
  const second = await openPage();
  await second.call('Open');
  await second.until('OnOpenSuccess');
  const [[session]] = (await second.told('OnOpenSuccess')) as [[Session]];
  const moves = session.trans.filter(({ type }) => type !== 'msg');
  expect(moves).toEqual([
    { type: 'connect', id: expect.any(String), name: 'Ann', time: expect.any(String) },
    { type: 'connect', id: expect.any(String), name: 'Bob', time: expect.any(String) },
    { type: 'disconnect', id: moves[0]?.['id'], name: 'Ann', time: expect.any(String) },
  ]);
  expect(session.agents?.map(({ name }) => name)).toEqual(['Bob']);
});
