import type { EntryBody, NoticeCode } from '../index.js';
import { ada, ben, connectedChat } from '../testing/chatting.js';

const anyTime = expect.any(String);

async function told(body: EntryBody): Promise<unknown[][]> {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.desk.add(sid, body, 'e1');
  await pass();
  return page.told.map(({ name, args }) => [name, ...args.map((arg) => (arg === sid ? 'SID' : arg))]);
}

test('T-163, P-7: an agent’s message comes as plain text', async () => {
  expect(await told({ type: 'msg', by: 'a', msg: '50 % + é', agent: ada })).toEqual([
    ['OnMessageReceived', '50 % + é', 'e1', 3, anyTime, 'Ada'],
  ]);
});

test('T-162: an agent’s app message has the agent’s name', async () => {
  expect(await told({ type: 'app', by: 'a', data: 'form sent', agent: ada })).toEqual([
    ['OnAppMessageReceived', 'Ada', 'form sent', 'e1', 3, anyTime],
  ]);
});

test('T-149, P-17: an agent who joins is told with name, id and the chat’s id', async () => {
  expect(await told({ type: 'connect', agent: ben, how: 'transfer' })).toEqual([
    ['OnRemoteUserConnected', 'Ben', 'b2', 'SID'],
  ]);
});

test.each(['leave', 'transfer', 'logout', 'lost'] as const)(
  'T-166: an agent who goes by %s is told',
  async (how) => {
    expect(await told({ type: 'disconnect', agent: ada, how, text: 'bye' })).toEqual([
      ['OnConferenceUserLeft', 'Ada', 'bye', 'a1', 3, anyTime],
    ]);
  },
);

test('T-148, T-144: an agent who ends the chat is told by OnEnd alone, once', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.desk.add(sid, { type: 'disconnect', agent: ada, how: 'end' });
  backEnd.desk.add(sid, { type: 'end', by: 'agent' });
  await pass(20_000);
  expect(page.told.map(({ name, args }) => [name, ...args])).toEqual([
    ['OnEnd', 'server', undefined, 'agent'],
  ]);
});

test('T-148: a chat may be ended while it still waits', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.desk.add(sid, { type: 'end', by: 'agent' });
  await pass();
  page.told.length = 0;
  page.api.Start({});
  await pass();
  const next = backEnd.desk.chats()[1]?.sid ?? '';
  backEnd.desk.add(next, { type: 'end', by: 'server', why: 'closed' });
  await pass();
  expect(page.names()).toEqual(['OnStartSuccess', 'OnCallQueued', 'OnEnd']);
});

test('T-145: the server’s own end has no reason', async () => {
  expect(await told({ type: 'end', by: 'server', why: 'vanished' })).toEqual([
    ['OnEnd', 'server', undefined, 'server'],
  ]);
});

test.each<NoticeCode>([
  'ErrorInGetAgentDetails',
  'ErrorAgentDetails',
  'NoStaffedAgents',
  'QueueIsTooBig',
  'TimedOutInQueue',
  'InternalServerError',
])('T-150, P-12: a notice %s is told', async (code) => {
  expect(await told({ type: 'notice', code })).toEqual([['OnSystemNotification', code]]);
});

test('T-150, T-151: both notice slots are one, and the last handler set is called', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  const first = jest.fn();
  const second = jest.fn();
  page.api.OnSystemNotification = first;
  page.api.OnCallbackAutoRegistered = second;
  expect(page.api.OnSystemNotification).toBe(second);
  backEnd.desk.add(sid, { type: 'notice', code: 'NoStaffedAgents' });
  await pass();
  expect(first).not.toHaveBeenCalled();
  expect(second.mock.calls).toEqual([['NoStaffedAgents']]);
});

test('T-165: the agent’s typing is told', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.desk.tell(sid, { t: 'typing', sid, state: 0, name: 'Ada' });
  backEnd.desk.tell(sid, { t: 'typing', sid, state: 1 });
  await pass();
  expect(page.of('OnTypingStateChanged')).toEqual([
    [0, 'Ada'],
    [1, undefined],
  ]);
});

test('T-167, P-26: the history is told as it came', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  const chats = [{ sid: 'old', trans: [{ type: 'msg', by: 'c', msg: 'a%20b', time: 't' }] }] as const;
  backEnd.desk.tell(sid, { t: 'history', sid, chats });
  await pass();
  expect(page.of('OnHistoryReceived')).toEqual([[chats]]);
});

test('T-172, P-18: an upload is told to all pages, and to its own page as its own', async () => {
  const { backEnd, page, sid, pass, tab } = await connectedChat();
  const other = await tab();
  const file = { id: 'f1', name: 'a.pdf', size: 12, type: 'application/pdf' };
  backEnd.desk.add(sid, { type: 'file', by: 'c', file, page: page.id }, 'e1');
  await pass();
  const response = {
    fileName: 'a.pdf',
    fileSize: 12,
    fileType: 'application/pdf',
    by: 'c',
    id: 'e1',
    seq: 3,
    time: anyTime,
  };
  expect(page.of('OnUploadComplete')).toEqual([[response, true, sid, undefined]]);
  expect(other.of('OnUploadComplete')).toEqual([[response, false, sid, undefined]]);
});

test('T-126, P-11: each page of the web session is told what happens in its chat', async () => {
  const { backEnd, page, sid, pass, tab } = await connectedChat();
  const others = [await tab(), await tab()];
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'hi', agent: ada });
  backEnd.desk.add(sid, { type: 'connect', agent: ben, how: 'invite' });
  backEnd.desk.add(sid, { type: 'end', by: 'agent' });
  await pass();
  for (const one of [page, ...others])
    expect(one.names()).toEqual(['OnMessageReceived', 'OnRemoteUserConnected', 'OnEnd']);
});

test('a handler that throws is reported, and stops neither the next event nor the other pages', async () => {
  const { backEnd, page, sid, pass, tab } = await connectedChat();
  const other = await tab();
  page.api.OnMessageReceived = () => {
    throw new Error('mine');
  };
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'hi', agent: ada });
  backEnd.desk.add(sid, { type: 'connect', agent: ben, how: 'invite' });
  await pass();
  expect(page.reported).toEqual([new Error('mine')]);
  expect(page.names()).toEqual(['OnRemoteUserConnected']);
  expect(other.names()).toEqual(['OnMessageReceived', 'OnRemoteUserConnected']);
});

test('a slot that is no function is passed over', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  for (const value of [null, undefined, 'text', {}]) {
    page.api.OnMessageReceived = value;
    backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'hi', agent: ada });
    await pass();
  }
  expect(page.reported).toEqual([]);
});

test('an entry of a kind that the script does not know is passed over, and what follows is shown', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.desk.add(sid, { type: 'poll' } as unknown as EntryBody);
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'hi', agent: ada });
  await pass();
  expect(page.names()).toEqual(['OnMessageReceived']);
});
