import { ada, connectedChat } from '../testing/chatting.js';

const sends = (requests: readonly { t: string }[]): unknown[] => requests.filter(({ t }) => t === 'send');

test('T-70, T-164, P-7: a message is echoed to all pages of the web session, the sender too, once each', async () => {
  const { backEnd, page, sid, pass, tab } = await connectedChat();
  const other = await tab();
  const sent = page.api.SendMessage('100 % sure + é', 'm1');
  await pass();
  const time = new Date(backEnd.clock.now() - 49).toISOString();
  expect(page.of('OnEcho')).toEqual([['100 % sure + é', 'm1', 3, time]]);
  expect(other.of('OnEcho')).toEqual(page.of('OnEcho'));
  await expect(sent).resolves.toEqual({ sid, seq: 3, time });
});

test('T-71, P-7: the id of a message is the app’s own, or a new one each', async () => {
  const { backEnd, page, pass } = await connectedChat();
  void page.api.SendMessage('a', 'mine');
  void page.api.SendMessage('b');
  void page.api.SendMessage('c');
  await pass();
  const ids = page.of('OnEcho').map(([, id]) => id);
  expect(ids[0]).toBe('mine');
  expect(new Set(ids).size).toBe(3);
  expect(sends(backEnd.desk.requests)).toHaveLength(3);
});

test('P-7: a second send of the same id is the same message', async () => {
  const { page, pass } = await connectedChat();
  const first = page.api.SendMessage('a', 'm1');
  const second = page.api.SendMessage('a', 'm1');
  await pass();
  expect(await second).toEqual(await first);
  expect(page.of('OnEcho')).toHaveLength(1);
});

test('P-7: a message that was not acknowledged is sent again under its id when the connection is back', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  const sent = page.api.SendMessage('hello', 'm1');
  await backEnd.clock.pass(1);
  backEnd.cut();
  await pass(2_000);
  await expect(sent).resolves.toMatchObject({ sid, seq: 3 });
  expect(sends(backEnd.desk.requests)).toHaveLength(2);
  expect(page.of('OnEcho')).toHaveLength(1);
});

test('P-7: messages written while the server is away go out in order when it is back', async () => {
  const { backEnd, page, pass } = await connectedChat();
  backEnd.network.down = true;
  backEnd.cut();
  await pass();
  const sent = ['a', 'b', 'c'].map((text) => page.api.SendMessage(text));
  await pass(20_000);
  backEnd.network.down = false;
  await pass(10_000);
  expect((await Promise.all(sent)).map(({ seq }) => seq)).toEqual([3, 4, 5]);
  expect(page.of('OnEcho').map(([text]) => text)).toEqual(['a', 'b', 'c']);
});

test.each(['Unavailable', 'TooMany'] as const)(
  'P-7: a message refused by %s is asked again, and none overtakes it',
  async (code) => {
    const { backEnd, page, pass } = await connectedChat();
    backEnd.desk.refuse = { code, times: 2, retryAfterMs: 700 };
    for (const text of ['a', 'b']) void page.api.SendMessage(text);
    await pass(1_300);
    expect(page.of('OnEcho')).toEqual([]);
    await pass(200);
    expect(page.of('OnEcho').map(([text]) => text)).toEqual(['a', 'b']);
  },
);

test('a refusal for good rejects that message alone', async () => {
  const { backEnd, page, pass } = await connectedChat();
  backEnd.desk.refuse = { code: 'BadRequest', times: 1 };
  const bad = page.api.SendMessage('a');
  const good = page.api.SendMessage('b');
  await pass();
  await expect(bad).rejects.toMatchObject({ code: 'BadRequest', name: 'LiveChatError' });
  await expect(good).resolves.toMatchObject({ seq: 3 });
});

test('a message that waits when the chat ends fails, and does not go to the next chat', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.desk.refuse = { code: 'Unavailable', times: 1 };
  const waiting = [page.api.SendMessage('a'), page.api.SendMessage('b')];
  await pass();
  backEnd.desk.add(sid, { type: 'end', by: 'agent' });
  await pass();
  page.api.Start({});
  await pass(3_000);
  for (const sent of waiting) await expect(sent).rejects.toMatchObject({ code: 'NoSuchChat' });
  expect(page.of('OnEcho')).toEqual([]);
});

test('what is no text is sent as text; what is too long or no JSON is refused here', async () => {
  const { page, pass } = await connectedChat();
  void page.api.SendMessage(42);
  void page.api.SendMessage({ a: 1 });
  const long = page.api.SendMessage('x'.repeat(300_000));
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const round = page.api.SendAppMessage('kind', circular);
  await pass();
  expect(page.of('OnEcho').map(([text]) => text)).toEqual(['42', '{"a":1}']);
  await expect(long).rejects.toMatchObject({ code: 'BadRequest' });
  await expect(round).rejects.toMatchObject({ code: 'BadRequest' });
});

test('T-72: SendAppMessage sends any JSON under the type, and is acknowledged', async () => {
  const { backEnd, page, sid, pass, tab } = await connectedChat();
  const other = await tab();
  const sent = page.api.SendAppMessage('order', { items: [1, null] }, 'x1');
  await pass();
  await expect(sent).resolves.toMatchObject({ sid, seq: 3 });
  expect(backEnd.desk.chats()[0]?.log.at(-1)).toMatchObject({
    type: 'app',
    kind: 'order',
    data: { items: [1, null] },
    id: 'x1',
  });
  expect([...page.told, ...other.told]).toEqual([]);
});

test('T-66, T-146: End with a reason comes back to all pages with it', async () => {
  const { page, pass, tab } = await connectedChat();
  const other = await tab();
  await Promise.all([page.api.End('bought it'), pass()]);
  expect(page.of('OnEnd')).toEqual([['client', 'bought it', undefined]]);
  expect(other.of('OnEnd')).toEqual(page.of('OnEnd'));
});

test.each([
  [undefined, undefined],
  ['', ''],
  [7, '7'],
  [{ why: 1 }, '{"why":1}'],
])('T-66, P-27: End(%j) gives the reason %j', async (reason, told) => {
  const { page, pass } = await connectedChat();
  void page.api.End(reason);
  await pass();
  expect(page.of('OnEnd')).toEqual([['client', told, undefined]]);
});

test('P-27, T-144: End twice is one OnEnd', async () => {
  const { page, pass } = await connectedChat();
  void page.api.End('a');
  void page.api.End('b');
  await pass(5_000);
  expect(page.of('OnEnd')).toEqual([['client', 'a', undefined]]);
});

test('P-27: an End whose answer was lost is done all the same', async () => {
  const { backEnd, page, pass } = await connectedChat();
  let cuts = 1;
  backEnd.network.fate = ({ t }) => (t !== 'welcome' && cuts-- > 0 ? 'cut' : 'pass');
  const ended = page.api.End('x');
  await pass(3_000);
  await expect(ended).resolves.toBeUndefined();
  expect(page.of('OnEnd')).toEqual([['client', 'x', undefined]]);
});

test('T-74, T-158, P-13: RequestCallback tells all pages that the customer asked', async () => {
  const { page, pass, tab } = await connectedChat();
  const other = await tab();
  await Promise.all([page.api.RequestCallback('+4411234'), pass()]);
  expect(page.of('OnCallbackRequestStatus')).toEqual([[true, true]]);
  expect(other.of('OnCallbackRequestStatus')).toEqual([[true, true]]);
});

test('P-13: a second request for the same number is told as done to the page that asked', async () => {
  const { backEnd, page, pass } = await connectedChat();
  void page.api.RequestCallback('+4411234');
  await pass();
  void page.api.RequestCallback('+4411234');
  await pass();
  expect(page.of('OnCallbackRequestStatus')).toEqual([
    [true, true],
    [true, true],
  ]);
  expect(backEnd.desk.chats()[0]?.log.filter(({ type }) => type === 'callback')).toHaveLength(1);
});

test('P-13: a number that is none is told as a failure to the page that asked', async () => {
  const { page, pass, tab } = await connectedChat();
  const other = await tab();
  const asked = page.api.RequestCallback('call me');
  await pass();
  await expect(asked).rejects.toMatchObject({ code: 'BadRequest' });
  expect(page.of('OnCallbackRequestStatus')).toEqual([[true, false]]);
  expect(other.told).toEqual([]);
});

test('P-13: an agent’s callback is (false, true); the server’s own is told by its notice alone', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.desk.add(sid, { type: 'callback', by: 'a', ok: true });
  backEnd.desk.add(sid, { type: 'callback', by: 's', ok: true });
  await pass();
  expect(page.of('OnCallbackRequestStatus')).toEqual([[false, true]]);
});

test('T-125, T-173, P-24: CreateCampaignContact tells result code and message to the page that asked', async () => {
  const { backEnd, page, pass, tab } = await connectedChat();
  const other = await tab();
  const made = page.api.CreateCampaignContact({ externalId: 'x' });
  await pass();
  expect(page.of('OnCampaignContactCreated')).toEqual([[{ resultCode: '0', resultMessage: 'Success' }]]);
  await expect(made).resolves.toEqual({ resultCode: '0', resultMessage: 'Success' });
  expect(other.told).toEqual([]);
  expect(backEnd.desk.requests.at(-1)).toMatchObject({ t: 'campaign', data: { externalId: 'x' } });
});

test('P-24: what is no JSON is told with result code 1', async () => {
  const { page, pass } = await connectedChat();
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  void page.api.CreateCampaignContact(circular);
  await pass();
  expect(page.of('OnCampaignContactCreated')).toEqual([
    [{ resultCode: '1', resultMessage: expect.any(String) }],
  ]);
});

test('no rejected promise of the API is an unhandled one', async () => {
  const unhandled = jest.fn();
  process.on('unhandledRejection', unhandled);
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.desk.add(sid, { type: 'disconnect', agent: ada, how: 'end' });
  backEnd.desk.add(sid, { type: 'end', by: 'agent' });
  await pass();
  void page.api.SendMessage('a');
  void page.api.SendAppMessage('a', {});
  void page.api.End();
  void page.api.RequestCallback('1');
  void page.api.uploadFiles([]);
  await pass(2_000);
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
