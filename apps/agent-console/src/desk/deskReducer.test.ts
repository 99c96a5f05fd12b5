import { ann, begun, bob, entry, fromAda, fromAnn, shown } from '../testing/entries.js';
import { standingOf, unreadOf } from './chatFacts.js';
import type { DeskEvent } from './deskEvent.js';
import { deskReducer } from './deskReducer.js';
import { newDesk, type DeskState } from './deskState.js';
import type { OpenChat } from './openChat.js';
import type { DeskEntry } from './wire/readEntry.js';
import type { DeskFrame } from './wire/readFrame.js';

const after = (...events: readonly DeskEvent[]): DeskState => events.reduce(deskReducer, newDesk(ann));

const frame = (told: DeskFrame): DeskEvent => ({ t: 'frame', frame: told, now: 0 });

const welcome = frame({ t: 'welcome', n: 1, v: 1, now: '1970-01-01T00:00:05.000Z', agent: ann });

const entries = (sid: string, all: readonly DeskEntry[]): DeskEvent =>
  frame({ t: 'entries', sid, entries: all });

const desk = (own: readonly string[], more: Partial<Extract<DeskFrame, { t: 'desk' }>> = {}): DeskEvent =>
  frame({
    t: 'desk',
    waiting: [],
    waitingCount: 0,
    own: own.map((sid) => shown(sid)),
    agents: [ann, bob],
    ...more,
  });

const chat = (state: DeskState, sid = 'one'): OpenChat => {
  const found = state.chats.find((each) => each.sid === sid);
  if (found === undefined) throw new Error(`There is no chat ${sid}.`);
  return found;
};

test('the desk shows who waits, how many more, and who is signed in', () => {
  const waiting = [shown('w', { state: 'queued', position: 1, agents: [] })];
  const state = after(welcome, desk([], { waiting, waitingCount: 7 }));
  expect([state.waiting, state.waitingCount, state.agents]).toEqual([waiting, 7, [ann, bob]]);
  expect([state.connection, state.clockAhead]).toEqual(['online', 5_000]);
});

test('a chat has a tab whether its entries or the desk come first; the first is shown', () => {
  const one = after(welcome, desk(['one']), entries('one', begun()));
  const other = after(welcome, entries('one', begun()), desk(['one']));
  expect(one.chats).toEqual(other.chats);
  expect([one.selected, after(welcome, desk(['one', 'two'])).selected]).toEqual(['one', 'one']);
});

test('what the customer says elsewhere is unread until the chat is shown, and the agent looks', () => {
  const two = [welcome, desk(['one', 'two']), entries('one', begun()), entries('two', begun(fromAda('?')))];
  expect([unreadOf(chat(after(...two), 'one')), unreadOf(chat(after(...two), 'two'))]).toEqual([0, 1]);
  expect(unreadOf(chat(after(...two, { t: 'select', sid: 'two' }), 'two'))).toBe(0);
  const away = after(
    ...two,
    { t: 'visible', visible: false },
    entries('one', begun(fromAda('a'), fromAda('b'))),
  );
  expect(unreadOf(chat(away))).toBe(2);
  expect(unreadOf(chat(deskReducer(away, { t: 'visible', visible: true })))).toBe(0);
});

test('an agent’s own message is not unread', () => {
  const state = after(welcome, desk(['one', 'two']), entries('two', begun(fromAnn('Hello'))));
  expect(unreadOf(chat(state, 'two'))).toBe(0);
});

test('what was written waits until its entry comes, and only that', () => {
  const write = (id: string): DeskEvent => ({
    t: 'outgoing',
    sid: 'one',
    outgoing: { id, kind: 'send', text: id, at: 0 },
  });
  const state = after(welcome, entries('one', begun()), write('a'), write('b'));
  const taken = deskReducer(state, entries('one', [entry(3, fromAnn('a'), 'a')]));
  expect(chat(taken).outgoing.map(({ id }) => id)).toEqual(['b']);
  const refused = deskReducer(taken, { t: 'refused', sid: 'one', id: 'b', code: 'NoSuchChat' });
  expect(chat(refused).outgoing[0]?.refused).toEqual({ code: 'NoSuchChat' });
  expect(chat(deskReducer(refused, { t: 'again', sid: 'one', id: 'b' })).outgoing).toEqual([
    { id: 'b', kind: 'send', text: 'b', at: 0 },
  ]);
  expect(chat(deskReducer(refused, { t: 'discard', sid: 'one', id: 'b' })).outgoing).toEqual([]);
});

test('how the agent stands to a chat: live, left, back, ended', () => {
  const left = begun({ type: 'disconnect', agent: ann, how: 'transfer' });
  const back = [...left, entry(4, { type: 'connect', agent: ann, how: 'invite' })];
  const ended = [...back, entry(5, { type: 'end', by: 'client' })];
  const other = begun({ type: 'disconnect', agent: bob, how: 'leave' });
  const standing = (log: readonly DeskEntry[]) =>
    standingOf(chat(after(welcome, entries('one', log))), ann.id);
  expect([begun(), other, left, back, ended].map(standing)).toEqual([
    'live',
    'live',
    'left',
    'live',
    'ended',
  ]);
});

test('a chat that the desk has no more after a break is lost; one that it has goes on', () => {
  const before = [welcome, desk(['one', 'two']), entries('one', begun()), entries('two', begun())];
  const state = after(...before, { t: 'connection', connection: 'reconnecting' }, welcome, desk(['two']));
  expect([standingOf(chat(state, 'one'), ann.id), standingOf(chat(state, 'two'), ann.id)]).toEqual([
    'lost',
    'live',
  ]);
  // Not while the connection is whole: there the log tells how it came.
  expect(standingOf(chat(after(...before, desk(['two'])), 'one'), ann.id)).toBe('live');
  expect(standingOf(chat(deskReducer(state, desk(['one', 'two'])), 'one'), ann.id)).toBe('live');
});

test('T-165: who types is shown until they stop, write, or the connection breaks', () => {
  const typing = frame({ t: 'typing', sid: 'one', state: 0, name: 'Ada' });
  const state = after(welcome, entries('one', begun()), typing);
  expect(chat(state).typing).toBe('Ada');
  const stops = [
    frame({ t: 'typing', sid: 'one', state: 1 }),
    entries('one', [entry(3, fromAda('x'))]),
    welcome,
  ];
  expect(stops.map((event) => chat(deskReducer(state, event)).typing)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a tab that is closed gives way to its neighbour', () => {
  const state = after(welcome, desk(['one', 'two', 'three']), { t: 'select', sid: 'two' });
  const closed = deskReducer(state, { t: 'closeTab', sid: 'two' });
  expect([closed.selected, closed.chats.map(({ sid }) => sid)]).toEqual(['three', ['one', 'three']]);
  const last = deskReducer(deskReducer(closed, { t: 'closeTab', sid: 'three' }), {
    t: 'closeTab',
    sid: 'one',
  });
  expect([last.selected, last.chats]).toEqual([undefined, []]);
});

test('nothing changes for a frame about a chat that has no tab', () => {
  const state = after(welcome);
  expect(deskReducer(state, frame({ t: 'typing', sid: 'x', state: 0 })).chats).toEqual([]);
});
