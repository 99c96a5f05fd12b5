import * as fc from 'fast-check';
import type { Chat } from '../model/chat.js';
import { chatStates, chatSteps, foldFacts, start, type ChatFacts } from '../testing/chatSetUp.js';
import { property } from '../testing/property.js';

const word = fc.constantFrom('a', 'b');
const agent = fc.record({ id: word, name: word });

const facts: fc.Arbitrary<ChatFacts> = fc.record(
  {
    ids: fc.uniqueArray(fc.constantFrom('1', '2'), { minLength: 1 }),
    state: fc.constantFrom(...chatStates),
    clientId: word,
    attached: fc.boolean(),
    queuePosition: fc.option(fc.nat(5), { nil: undefined }),
    agents: fc.uniqueArray(agent, { selector: ({ id }) => id, maxLength: 2 }),
    typing: fc.boolean(),
    endedBy: fc.constantFrom('agent' as const, 'customer' as const),
    endReason: word,
    failure: fc.record({ code: word, text: word }),
  },
  { requiredKeys: [] },
);

/** Mostly a step alone, so that chats come far. */
const story = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: facts },
    { weight: 3, arbitrary: fc.record({ state: fc.constantFrom(...chatStates) }) },
  ),
  { maxLength: 16 },
);

function tell(
  steps: readonly ChatFacts[],
  check: (before: Chat | undefined, next: ReturnType<typeof foldFacts>, facts: ChatFacts) => void,
): void {
  let chat: Chat | undefined;
  steps.forEach((each, index) => {
    const next = foldFacts(chat, each, start + index);
    check(chat, next, each);
    chat = next.chat;
  });
}

property('a chat ends once, stays ended, and keeps its id', [story], (steps) => {
  let ends = 0;
  tell(steps, (before, { chat, events }) => {
    ends += events.filter(({ type }) => type === 'chat.ended').length;
    if (before?.state === 'ended') expect(chat?.state).toBe('ended');
    if (before !== undefined) expect(chat?.id).toBe(before.id);
    if (chat?.state === 'ended') expect(chat.endedAt).toBeDefined();
  });
  expect(ends).toBeLessThanOrEqual(1);
});

property(
  'an illegal step is told as a violation and changes nothing, a legal one is taken',
  [story],
  (steps) => {
    tell(steps, (before, { chat, events }, { state }) => {
      if (before === undefined || state === undefined || state === before.state) return;
      const legal = chatSteps[before.state].split(' ').includes(state);
      if (legal) expect(chat?.state).toBe(state);
      else expect(chat).toBe(before);
      expect(events.some(({ type }) => type === 'protocol.violation')).toBe(!legal);
    });
  },
);

property('what is told has changed, and has the chat as it is then', [story], (steps) => {
  tell(steps, (before, { chat, events }) => {
    for (const event of events) {
      if (event.type === 'protocol.violation') continue;
      expect(chat).not.toBe(before);
      expect('chat' in event && event.chat).toBe(chat);
    }
  });
});

property('saying the same thing twice changes nothing', [story], (steps) => {
  tell(steps, (_, { chat, events }, each) => {
    if (chat === undefined || events.some(({ type }) => type === 'protocol.violation')) return;
    expect(foldFacts(chat, each)).toEqual({ chat, events: [] });
    expect(foldFacts(chat, each).chat).toBe(chat);
  });
});

property('nothing is kept that does not hold in a state', [story], (steps) => {
  tell(steps, (_, { chat }) => {
    if (chat === undefined) return;
    if (chat.state !== 'queued') expect(chat).not.toHaveProperty('queuePosition');
    if (chat.state !== 'failed') expect(chat).not.toHaveProperty('failure');
    if (chat.state !== 'ended') expect(chat).not.toHaveProperty('endedBy');
    if (chat.state !== 'connected') expect(chat.typing).toBe(false);
  });
});
