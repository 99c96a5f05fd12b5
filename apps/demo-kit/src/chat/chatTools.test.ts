import type { Capability } from '@offhook/core';
import { english } from '../texts/english.js';
import { spanish } from '../texts/spanish.js';
import { chatTools } from './chatTools.js';

const yes: Capability = { allowed: true };
const no: Capability = { allowed: false, reason: 'invalid-state', text: 'The chat is over.' };

const all = {
  chat: { upload: yes, requestCallback: yes, end: yes },
  video: { start: yes },
  screen: { start: yes },
  cobrowse: { start: yes },
};

test('every tool is there, in its order', () => {
  expect(chatTools(all, english).map(({ label, disabledBecause }) => [label, disabledBecause])).toEqual([
    ['Attach file', undefined],
    ['Audio call', undefined],
    ['Video call', undefined],
    ['Share screen', undefined],
    ['Co-browse', undefined],
    ['Request callback', undefined],
    ['End chat', undefined],
  ]);
});

test('what can’t be done now says why, in the page’s language', () => {
  const can = { ...all, chat: { upload: no, requestCallback: yes, end: no } };
  const reasons = (texts: typeof english) =>
    chatTools(can, texts).map(({ action, disabledBecause }) => [action, disabledBecause]);
  expect(reasons(english)).toContainEqual(['attach', 'The chat is over.']);
  expect(reasons(spanish)).toContainEqual(['end', spanish.reason('invalid-state', '')]);
});

test('a call that can’t begin disables both kinds of call, and nothing else', () => {
  const tools = chatTools({ ...all, video: { start: no } }, english);
  expect(
    tools.flatMap(({ action, disabledBecause }) => (disabledBecause === undefined ? [] : action)),
  ).toEqual(['audioCall', 'videoCall']);
});
