import { OffhookError, type Chat, type Outcome, type VideoCall } from '@offhook/core';
import { english } from '../texts/english.js';
import { spanish } from '../texts/spanish.js';
import { answerConsent, type ConsentActions } from './answerConsent.js';
import { consentView } from './consentView.js';
import { createConsents } from './createConsents.js';

const request = { state: 'requested', by: 'agent', video: true } as VideoCall;
const chat = (video?: VideoCall): Chat =>
  ({ agents: [{ id: 'a', name: 'Ann' }], ...(video && { video }) }) as unknown as Chat;
const ask = (kind: Parameters<ReturnType<typeof createConsents>['ask']>[0]) => ({ kind, chatId: 'c' });

test('what the customer presses a button for is asked, in that chat alone, until it is answered', () => {
  const consents = createConsents();
  consents.ask('cobrowse', 'c');
  const asked = consents.asked.value;
  expect(consentView({ chat: chat(), asked, chatId: 'c' }, english)).toMatchObject({
    kind: 'cobrowse',
    byAgent: false,
  });
  expect(consentView({ chat: chat(), asked, chatId: 'other' }, english)).toBeUndefined();
  consents.done();
  expect(consentView({ chat: chat(), asked: consents.asked.value, chatId: 'c' }, english)).toBeUndefined();
});

test.each([
  ['audioCall', /Ann will hear you/],
  ['videoCall', /Ann will hear you .+ and see you/],
  ['shareScreen', /Ann will see all of the screen/],
  ['cobrowse', /Ann will see the pages .+ “Full name”/],
] as const)('consent to %s says who will see or hear what, and that it can be stopped', (kind, text) => {
  const view = consentView({ chat: chat(), asked: ask(kind), chatId: 'c' }, english);
  expect(view?.text).toMatch(text);
  expect(view?.stopAnyTime).toContain('stop it at any time');
  expect(consentView({ chat: chat(), asked: ask(kind), chatId: 'c' }, spanish)?.text).toContain('Ann');
});

test('an agent’s request is asked by itself, once the customer’s own question has its answer', () => {
  const facts = { chat: chat(request), chatId: 'c' };
  expect(consentView({ ...facts, asked: undefined }, english)).toMatchObject({
    kind: 'videoCall',
    byAgent: true,
    title: 'Ann asks for a video call',
  });
  expect(consentView({ ...facts, asked: ask('shareScreen') }, english)).toMatchObject({ byAgent: false });
  const heard = chat({ ...request, video: false });
  expect(consentView({ chat: heard, asked: undefined, chatId: 'c' }, english)?.kind).toBe('audioCall');
});

test.each<Partial<VideoCall>>([{ state: 'connecting' }, { state: 'ended' }, { by: 'customer' }])(
  'a call that is %j is no question',
  (facts) => {
    const view = consentView(
      { chat: chat({ ...request, ...facts }), asked: undefined, chatId: 'c' },
      english,
    );
    expect(view).toBeUndefined();
  },
);

const refused = new OffhookError('invalid-state', 'The page is shown: stop that first.');

/** Controls that write down what they are told, of a chat that `becomes` another when something begins. */
function controls(first: Chat = chat(), { fails = false, becomes = first } = {}) {
  const told: unknown[] = [];
  let now = first;
  const write =
    (what: string) =>
    (wish?: unknown): Promise<Outcome> => {
      told.push(wish === undefined ? [what] : [what, wish]);
      now = becomes;
      return Promise.resolve(
        fails ? { ok: false, error: refused } : { ok: true, result: { by: 'observed' } },
      );
    };
  const actions: ConsentActions = {
    chat: () => now,
    video: { start: write('start'), accept: write('accept'), decline: write('decline') },
    screen: { start: write('screen') },
    cobrowse: { start: write('cobrowse') },
    done: () => void told.push('done'),
    showError: (error) => void told.push(error),
  };
  return { told, actions };
}

test.each([
  ['audioCall', ['start', { audio: true, video: false }]],
  ['videoCall', ['start', { audio: true, video: true }]],
  ['shareScreen', ['screen']],
] as const)('allowed, %s begins', async (kind, expected) => {
  const { told, actions } = controls();
  expect(await answerConsent({ kind, byAgent: false }, true, actions)).toBe(true);
  expect(told).toEqual(['done', expected]);
});

test('browsing together shows the name’s field and never the card’s, with pointer and drawing', async () => {
  const { told, actions } = controls();
  await answerConsent({ kind: 'cobrowse', byAgent: false }, true, actions);
  const wish = { controls: { textboxes: ['full-name'] }, pointer: true, annotate: true };
  expect(told).toEqual(['done', ['cobrowse', wish]]);
});

test('denied, nothing begins', async () => {
  const { told, actions } = controls();
  for (const kind of ['audioCall', 'videoCall', 'shareScreen', 'cobrowse'] as const) {
    expect(await answerConsent({ kind, byAgent: false }, false, actions)).toBe(true);
  }
  expect(told).toEqual(['done', 'done', 'done', 'done']);
});

test('an agent’s request is accepted or declined, and stays where that failed', async () => {
  const good = controls(chat(request));
  expect(await answerConsent({ kind: 'videoCall', byAgent: true }, true, good.actions)).toBe(true);
  expect(await answerConsent({ kind: 'videoCall', byAgent: true }, false, good.actions)).toBe(true);
  expect(good.told).toEqual([['accept', { audio: true, video: true }], ['decline']]);
  const bad = controls(chat(request), { fails: true });
  expect(await answerConsent({ kind: 'videoCall', byAgent: true }, true, bad.actions)).toBe(false);
  expect(bad.told).toContain(refused);
});

test('a call that the agent asked for meanwhile is that call, with no more than was agreed to', async () => {
  const { told, actions } = controls(chat(request));
  await answerConsent({ kind: 'audioCall', byAgent: false }, true, actions);
  expect(told).toEqual(['done', ['accept', { audio: true, video: false }]]);
});

test('what ended in the meantime says why itself; any other refusal is shown', async () => {
  const over = chat({ ...request, state: 'ended', endReason: 'unanswered' });
  const ended = controls(chat(), { fails: true, becomes: over });
  await answerConsent({ kind: 'videoCall', byAgent: false }, true, ended.actions);
  expect(ended.told).not.toContain(refused);
  // The last one ended before this was given.
  const unchanged = controls(over, { fails: true });
  await answerConsent({ kind: 'videoCall', byAgent: false }, true, unchanged.actions);
  expect(unchanged.told).toContain(refused);
  const other = controls(over, { fails: true });
  await answerConsent({ kind: 'shareScreen', byAgent: false }, true, other.actions);
  expect(other.told).toContain(refused);
});
