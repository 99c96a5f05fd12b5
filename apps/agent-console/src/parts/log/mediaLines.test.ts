import type { MediaEntryBody, MediaStep } from '@offhook/livechat';
import { ann, begun, bob, entry } from '../../testing/entries.js';
import { mediaLines } from './mediaLines.js';

const media = 'm1';
const ofAda = (step: MediaStep): MediaEntryBody => ({ type: 'media', media, by: 'c', seat: 'p1', ...step });
const ofAnn = (step: MediaStep): MediaEntryBody => ({
  type: 'media',
  media,
  by: 'a',
  seat: 's1',
  agent: ann,
  ...step,
});
const lines = (...rest: readonly MediaEntryBody[]) => [...mediaLines(begun(...rest), 'Ada').values()];

const video = { step: 'ask', kind: 'av', wants: { audio: true, video: true } } as const;
const page = { step: 'ask', kind: 'cobr', wants: { dom: true } } as const;

test('a call: who asked, who took it, and who ended it', () => {
  expect(lines(ofAda(video), ofAnn({ step: 'take' }), ofAda({ step: 'end', why: 'hung-up' }))).toEqual([
    'Ada asked for a video call.',
    'Ann accepted the video call.',
    'Ada ended the video call.',
  ]);
});

test.each([
  ['declined', 'Ada declined the video call.'],
  ['unanswered', 'Nobody answered: the video call has ended.'],
  ['no-permission', 'The video call has ended: Ada may not use what it needs in their browser.'],
  ['no-device', 'The video call has ended: Ada has no camera or microphone.'],
  ['lost', 'The video call has ended: the other side could not be reached any more.'],
  ['failed', 'The video call has ended: something went wrong.'],
  ['left', 'The video call has ended.'],
] as const)('why it ended is told: %s', (why, text) => {
  expect(lines(ofAnn(video), ofAda({ step: 'end', why })).at(-1)).toBe(text);
});

test('what the customer shows is called by what it is', () => {
  expect(lines(ofAda(page), ofAnn({ step: 'take' }), ofAda({ step: 'end', why: 'hung-up' }))).toEqual([
    'Ada asked for co-browsing.',
    'Ann sees it: co-browsing has started.',
    'Ada ended co-browsing.',
  ]);
  expect(lines(ofAda({ step: 'ask', kind: 'cobr', wants: { screen: true } }))).toEqual([
    'Ada asked for screen sharing.',
  ]);
  expect(lines(ofAda({ step: 'ask', kind: 'av', wants: { audio: true } }))).toEqual([
    'Ada asked for an audio call.',
  ]);
});

test('a step that changed nothing has no line: a second ask, a late take, a page loaded anew', () => {
  const late = { ...ofAnn({ step: 'take' }), agent: bob, seat: 's2' };
  const entries = begun(
    ofAda(video),
    ofAda({ ...video }),
    ofAnn({ step: 'take' }),
    late,
    ofAda({ step: 'join' }),
  );
  expect([...mediaLines(entries, 'Ada').keys()]).toEqual([3, 5]);
});

test('an end of a chat tells it by its own line', () => {
  const entries = [...begun(ofAda(video)), entry(4, { type: 'end', by: 'client' })];
  expect([...mediaLines(entries, 'Ada').keys()]).toEqual([3]);
});
