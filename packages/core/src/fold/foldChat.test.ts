import type { Chat, ChatState } from '../model/chat.js';
import { chatAfter, chatStates, chatSteps, foldFacts, start, type ChatFacts } from '../testing/chatSetUp.js';

const kim = { id: 'kim', name: 'Kim' };
const lee = { id: 'lee', name: 'Lee' };
const typesOf = (chat: Chat | undefined, facts: ChatFacts): readonly string[] =>
  foldFacts(chat, facts).events.map(({ type }) => type);

it('makes a chat of a report with a state, and none of one without', () => {
  expect(foldFacts(undefined, { queuePosition: 2 })).toEqual({ chat: undefined, events: [] });
  expect(foldFacts(undefined, { ids: ['1', '2'], state: 'idle' })).toEqual({
    chat: {
      id: 'fake:1',
      connector: 'fake',
      vendorIds: ['1', '2'],
      state: 'idle',
      attached: true,
      agents: [],
      typing: false,
      server: 'unknown',
      uploads: [],
    },
    events: [],
  });
});

describe.each(chatStates)('from %s', (from) => {
  const before = chatAfter({ state: from });

  it.each(chatStates.filter((to) => to !== from))('to %s', (to) => {
    const { chat, events } = foldFacts(before, { state: to, clientId: 'mine' });
    if (chatSteps[from].split(' ').includes(to)) {
      expect(chat).toMatchObject({ state: to, clientId: 'mine' });
      expect(events.map(({ type }) => type)).not.toContain('protocol.violation');
    } else {
      expect(chat).toBe(before);
      expect(events).toEqual([{ type: 'protocol.violation', chatId: 'fake:1', from, to }]);
    }
  });

  it('says nothing of what it says twice', () => {
    expect(foldFacts(before, { state: from }).chat).toBe(before);
    expect(foldFacts(before, { state: from, agents: [] }).events).toEqual([]);
  });
});

describe('what is told of a step', () => {
  const steps: readonly (readonly [ChatState | undefined, ChatState, readonly string[]])[] = [
    [undefined, 'idle', []],
    [undefined, 'queued', ['chat.opened', 'chat.queued']],
    [undefined, 'connected', ['chat.opened', 'chat.connected']],
    [undefined, 'ended', ['chat.ended']],
    ['idle', 'opening', []],
    ['opening', 'idle', []],
    ['opening', 'queued', ['chat.opened', 'chat.queued']],
    ['opening', 'connected', ['chat.opened', 'chat.connected']],
    ['opening', 'failed', ['chat.failed']],
    ['idle', 'starting', []],
    ['starting', 'queued', ['chat.started', 'chat.queued']],
    ['starting', 'connected', ['chat.started', 'chat.connected']],
    ['starting', 'failed', ['chat.failed']],
    ['starting', 'ended', ['chat.ended']],
    ['queued', 'connected', ['chat.connected']],
    ['connected', 'queued', ['chat.queued']],
    ['connected', 'interrupted', ['chat.interrupted']],
    ['interrupted', 'connected', ['chat.resumed']],
    ['interrupted', 'queued', ['chat.resumed', 'chat.queued']],
    ['interrupted', 'ended', ['chat.ended']],
    ['failed', 'starting', []],
  ];
  it.each(steps)('from %s to %s', (from, to, told) => {
    expect(typesOf(from && chatAfter({ state: from }), { state: to })).toEqual(told);
  });
});

describe('the queue', () => {
  it('tells each new position, and no position twice', () => {
    const queued = chatAfter({ state: 'queued', queuePosition: 3 });
    expect(typesOf(queued, { queuePosition: 2 })).toEqual(['chat.queued']);
    expect(typesOf(queued, { queuePosition: 3 })).toEqual([]);
    expect(typesOf(queued, { state: 'queued' })).toEqual([]);
    expect(foldFacts(queued, { queuePosition: undefined }).chat).not.toHaveProperty('queuePosition');
  });

  it('has no position for a chat that does not wait', () => {
    const queued = chatAfter({ state: 'queued', queuePosition: 3 });
    expect(foldFacts(queued, { state: 'connected' }).chat).not.toHaveProperty('queuePosition');
    expect(chatAfter({ state: 'connected', queuePosition: 1 })).not.toHaveProperty('queuePosition');
  });
});

describe('the agents', () => {
  const connected = chatAfter({ state: 'connected', agents: [kim] });

  it('are told as they come and go, those who go first', () => {
    const { chat, events } = foldFacts(connected, { agents: [lee] });
    expect(events).toEqual([
      { type: 'chat.agent.left', chat, agent: kim },
      { type: 'chat.agent.joined', chat, agent: lee },
    ]);
    expect(typesOf(connected, { agents: [kim, lee] })).toEqual(['chat.agent.joined']);
    expect(typesOf(connected, { agents: [{ ...kim, name: 'Kim L.' }] })).toEqual([]);
  });

  it('are told before the chat is told as connected', () => {
    const queued = chatAfter({ state: 'queued' });
    expect(typesOf(queued, { state: 'connected', agents: [kim] })).toEqual([
      'chat.agent.joined',
      'chat.connected',
    ]);
  });

  it('are no news where they were in it before this page was', () => {
    expect(typesOf(undefined, { state: 'connected', agents: [kim] })).not.toContain('chat.agent.joined');
    expect(typesOf(chatAfter({ state: 'opening' }), { state: 'connected', agents: [kim] })).toEqual([
      'chat.opened',
      'chat.connected',
    ]);
  });

  it('stay as they were when it ends', () => {
    expect(foldFacts(connected, { state: 'ended' }).chat?.agents).toEqual([kim]);
  });
});

describe('typing', () => {
  it('is told as it begins and ends', () => {
    const connected = chatAfter({ state: 'connected' });
    const { chat, events } = foldFacts(connected, { typing: true });
    expect(events).toEqual([{ type: 'chat.typing', chat, typing: true }]);
    expect(typesOf(chat, { typing: false })).toEqual(['chat.typing']);
  });

  it.each(['interrupted', 'queued', 'ended'] as const)('is over when the chat becomes %s', (state) => {
    const typing = chatAfter({ state: 'connected' }, { typing: true });
    expect(typesOf(typing, { state })[0]).toBe('chat.typing');
    expect(foldFacts(typing, { state, typing: true }).chat?.typing).toBe(false);
  });
});

describe('the times', () => {
  it('are those of the steps, unless the vendor says other ones', () => {
    const started = foldFacts(chatAfter({ state: 'starting' }), { state: 'queued' }, start + 1).chat;
    expect(started?.startedAt).toBe(start + 1);
    const connected = foldFacts(started, { state: 'connected' }, start + 2).chat;
    expect(connected?.connectedAt).toBe(start + 2);
    const back = foldFacts(
      foldFacts(connected, { state: 'interrupted' }).chat,
      { state: 'connected' },
      start + 9,
    );
    expect(back.chat?.connectedAt).toBe(start + 2);
    expect(foldFacts(connected, { state: 'ended' }, start + 3).chat).toMatchObject({
      startedAt: start + 1,
      endedAt: start + 3,
    });
    expect(foldFacts(connected, { state: 'ended', endedAt: 7 }).chat?.endedAt).toBe(7);
    expect(
      foldFacts(chatAfter({ state: 'starting' }), { state: 'queued', startedAt: 5 }).chat?.startedAt,
    ).toBe(5);
  });

  it('of a chat that is opened are the vendor’s to say', () => {
    const opened = foldFacts(chatAfter({ state: 'opening' }), { state: 'connected' }).chat;
    expect(opened).not.toHaveProperty('startedAt');
    expect(opened).not.toHaveProperty('connectedAt');
    expect(chatAfter({ state: 'connected', startedAt: 5, connectedAt: 6 })).toMatchObject({
      startedAt: 5,
      connectedAt: 6,
    });
    expect(chatAfter({ state: 'ended' }).endedAt).toBe(start);
  });
});

describe('a failure', () => {
  const failure = { code: 'Busy', text: 'Too many at once.' };

  it('is gone with the next attempt, and so is the captcha once the chat runs', () => {
    const captcha = { url: 'https://bank.example/1', reason: 'wrong' } as const;
    const failed = chatAfter({ state: 'starting' }, { state: 'failed', failure, captcha });
    expect(failed).toMatchObject({ failure, captcha });
    const again = foldFacts(failed, { state: 'starting' }).chat;
    expect(again).not.toHaveProperty('failure');
    expect(again).toHaveProperty('captcha');
    expect(foldFacts(again, { state: 'queued' }).chat).not.toHaveProperty('captcha');
  });
});

describe('a page that leaves', () => {
  it('is told, and the chat goes on', () => {
    const { chat, events } = foldFacts(chatAfter({ state: 'connected' }), { attached: false });
    expect(chat).toMatchObject({ state: 'connected', attached: false });
    expect(events).toEqual([{ type: 'chat.detached', chat }]);
    expect(typesOf(chat, { attached: true })).toEqual([]);
  });
});

describe('the end', () => {
  const ended = chatAfter({ state: 'connected' }, { state: 'ended', endedBy: 'server' });

  it('has who and why, also when the why is learnt later', () => {
    expect(ended.endedBy).toBe('server');
    const { chat, events } = foldFacts(ended, { state: 'ended', endReason: 'night' });
    expect(chat?.endReason).toBe('night');
    expect(events).toEqual([]);
  });

  it('is final: nothing of a live chat is taken over any more', () => {
    const facts: ChatFacts = {
      agents: [kim],
      typing: true,
      queuePosition: 1,
      attached: false,
      clientId: 'x',
    };
    expect(foldFacts(ended, facts).chat).toBe(ended);
  });

  it('still lets uploads finish and callbacks be registered', () => {
    const callback = { by: 'server', state: 'registered' } as const;
    expect(foldFacts(ended, { callback, unread: 2 }).chat).toMatchObject({ callback, unread: 2 });
  });
});

it('learns further ids, and keeps its own', () => {
  const chat = chatAfter({ state: 'idle' }, { ids: ['sid', '1'], state: 'starting' });
  expect(chat).toMatchObject({ id: 'fake:1', vendorIds: ['1', 'sid'] });
});

it('takes a fact away that is reported as undefined', () => {
  const asked = chatAfter({ state: 'idle', captcha: { url: 'https://bank.example/1', reason: 'asked' } });
  expect(foldFacts(asked, { captcha: undefined }).chat).not.toHaveProperty('captcha');
});
