/** @jest-environment node */
import { entry, begun, fromAnn, shown } from '../testing/entries.js';
import { openDesk, settled } from '../testing/openDesk.js';

/** A desk with one chat of Ann's. */
function withChat() {
  const open = openDesk();
  open.welcome();
  open.tell({ t: 'entries', sid: 'one', entries: begun() as never });
  open.tell({ t: 'desk', waiting: [], waitingCount: 0, own: [shown('one')], agents: [] });
  return open;
}

const waits = (open: ReturnType<typeof openDesk>) =>
  open.desk.store.state.chats[0]?.outgoing.map(({ text }) => text);

test('hello has the token and nothing of a chat; the socket’s address has the site and no token', () => {
  const { socket, last } = openDesk();
  expect(socket().sent).toEqual([]);
  socket().onopen?.();
  expect(last('hello')).toEqual({ t: 'hello', n: 1, v: 1, token: 'token-1', seat: 'seat-1', since: {} });
});

test('accepting shows the chat that it was', async () => {
  const open = withChat();
  const done = open.desk.accept();
  await open.ok(open.last('accept').n, { sid: 'two' });
  expect([await done, open.desk.store.state.selected]).toEqual([true, 'two']);
});

test('somebody was faster: the agent is told, and nothing else happens', async () => {
  const open = withChat();
  const done = open.desk.accept('late');
  open.tell({ t: 'no', n: open.last('accept').n, code: 'WrongState' });
  expect([await done, open.desk.store.state.selected]).toEqual([false, 'one']);
  expect(open.desk.store.state.notices).toHaveLength(1);
});

test('messages of a chat go one after the other, in the order of their writing', async () => {
  const open = withChat();
  open.desk.say('one', 'first');
  open.desk.say('one', 'second');
  expect(open.all('send').map(({ msg }) => msg)).toEqual(['first']);
  await open.ok(open.last('send').n, { seq: 3 });
  expect(open.all('send').map(({ msg }) => msg)).toEqual(['first', 'second']);
  open.tell({ t: 'entries', sid: 'one', entries: [entry(3, fromAnn('first'), 'id-1')] as never });
  expect(waits(open)).toEqual(['second']);
});

test('what was written without a connection goes out with the same id when there is one, and the log tells what is missing', async () => {
  const open = withChat();
  open.desk.say('one', 'lost on the way');
  const { id } = open.last('send');
  open.socket().break();
  await settled();
  open.desk.say('one', 'written meanwhile');
  expect(open.desk.store.state.connection).toBe('reconnecting');
  open.clock.turn(5_000);
  expect(open.sockets).toHaveLength(2);
  open.welcome();
  expect(open.last('hello')).toMatchObject({ token: 'token-1', since: { one: 2 } });
  open.tell({ t: 'desk', waiting: [], waitingCount: 0, own: [shown('one')], agents: [] });
  open.clock.turn(2_000);
  expect(open.all('send')).toEqual([expect.objectContaining({ id, msg: 'lost on the way' })]);
  await open.ok(open.last('send').n);
  expect(open.last('send').msg).toBe('written meanwhile');
});

test('too much at once is sent again later, before what comes after it', async () => {
  const open = withChat();
  open.desk.say('one', 'a');
  open.desk.say('one', 'b');
  open.tell({ t: 'no', n: open.last('send').n, code: 'TooMany', retryAfterMs: 700 });
  await settled();
  expect(open.all('send')).toHaveLength(1);
  open.clock.turn(700);
  expect(open.all('send').map(({ id, msg }) => [id, msg])).toEqual([
    ['id-1', 'a'],
    ['id-1', 'a'],
  ]);
});

test('what a chat takes no more is shown as not sent', async () => {
  const open = withChat();
  open.desk.say('one', 'too late');
  open.tell({ t: 'no', n: open.last('send').n, code: 'NoSuchChat' });
  await settled();
  expect(open.desk.store.state.chats[0]?.outgoing[0]?.refused).toEqual({ code: 'NoSuchChat' });
});

test('T-162: an app message is a text', () => {
  const open = withChat();
  open.desk.sayApp('one', '{"open":"form"}');
  expect(open.last('app')).toMatchObject({ sid: 'one', id: 'id-1', data: '{"open":"form"}' });
});

test('typing is told every three seconds at most, and its end after five, or with the message', () => {
  const open = withChat();
  const told = () => open.all('typing').map(({ state }) => state);
  open.desk.typed('one', 'H');
  open.desk.typed('one', 'He');
  expect(told()).toEqual([0]);
  open.clock.turn(3_000);
  open.desk.typed('one', 'Hel');
  expect(told()).toEqual([0, 0]);
  open.clock.turn(5_000);
  expect(told()).toEqual([0, 0, 1]);
  open.desk.typed('one', 'Hell');
  open.desk.say('one', 'Hell');
  expect(told()).toEqual([0, 0, 1, 0, 1]);
});

test('earlier chats are asked for once, when the chat is looked at', async () => {
  const open = withChat();
  expect(open.all('history').map(({ sid }) => sid)).toEqual(['one']);
  const past = [{ sid: 'p', trans: [] }];
  await open.ok(open.last('history').n, { chats: past });
  expect(open.desk.store.state.chats[0]?.earlier).toEqual({ state: 'there', chats: past });
  open.desk.select('one');
  expect(open.all('history')).toHaveLength(1);
});

test('a gap that is not filled begins the connection anew', () => {
  const open = withChat();
  open.tell({ t: 'entries', sid: 'one', entries: [entry(5, fromAnn('x'))] as never });
  open.clock.turn(999);
  expect(open.sockets).toHaveLength(1);
  open.clock.turn(1_000);
  expect(open.sockets).toHaveLength(2);
});

test('a server that is silent is given up, and asked again', () => {
  const open = withChat();
  open.clock.turn(10_000);
  expect(open.last('ping').t).toBe('ping');
  open.clock.turn(9_000);
  expect(open.socket().isClosed || open.sockets.length > 1).toBe(true);
  expect(open.desk.store.state.connection).toBe('reconnecting');
});

test('tries come later each time, and no later than five seconds', () => {
  const open = openDesk();
  const opened: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    open.socket().break();
    const before = open.sockets.length;
    const from = open.clock.now();
    while (open.sockets.length === before) open.clock.turn(50);
    opened.push(open.clock.now() - from);
  }
  expect(opened).toEqual([250, 500, 1_000, 2_000, 2_500, 2_500]);
});

test('a token that is worth nothing any more signs out, and nothing is tried again', () => {
  const open = openDesk();
  open.socket().onopen?.();
  open.tell({ t: 'no', n: open.last('hello').n, code: 'Forbidden' });
  open.clock.turn(60_000);
  expect([open.signedOut, open.sockets.length]).toEqual([['forbidden'], 1]);
});

test('signing out ends the token at the server first', async () => {
  const open = withChat();
  const done = open.desk.signOut();
  expect(open.signedOut).toEqual([]);
  await open.ok(open.last('logout').n);
  await done;
  expect(open.signedOut).toEqual(['asked']);
});

test.each(['{', '[]', '{"t":"nothing"}', 7])('%j of the server changes nothing', (text) => {
  const open = withChat();
  const before = open.desk.store.state;
  open.socket().tellText(text);
  expect(open.desk.store.state).toBe(before);
});

test('files go with the token in a header, and tell why they could not', async () => {
  const asked: [string, RequestInit | undefined][] = [];
  let answer = new Response('{}', { status: 201 });
  const open = openDesk((url, init) => {
    asked.push([url as string, init]);
    return Promise.resolve(answer);
  });
  open.welcome();
  open.tell({ t: 'entries', sid: 'one', entries: begun() as never });
  await open.desk.attach('one', [new File(['x'], 'a.txt')]);
  expect(asked[0]?.[0]).toBe('/tetherfi/agent/files?sid=one&session=one');
  expect(asked[0]?.[1]?.headers).toEqual({ authorization: 'Bearer token-1' });
  expect(open.desk.store.state.chats[0]?.outfiles).toEqual([]);
  answer = new Response(JSON.stringify({ error: { code: 'x', message: 'It is too big.' } }), { status: 413 });
  await open.desk.attach('one', [new File(['x'], 'b.txt')]);
  expect(open.desk.store.state.chats[0]?.outfiles).toEqual([
    { id: 'id-2', name: 'b.txt', failed: 'It is too big.' },
  ]);
});
