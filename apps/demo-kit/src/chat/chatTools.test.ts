import type { Capability } from '@offhook/core';
import { english } from '../texts/english.js';
import { spanish } from '../texts/spanish.js';
import { chatTools } from './chatTools.js';

const yes: Capability = { allowed: true };
const no: Capability = { allowed: false, reason: 'invalid-state', text: 'The chat is over.' };

test('every tool is there, those of the next step disabled with the reason', () => {
  const tools = chatTools({ upload: yes, requestCallback: yes, end: yes }, english);
  expect(tools.map(({ label, disabledBecause }) => [label, disabledBecause])).toEqual([
    ['Attach file', undefined],
    ['Audio call', english.chat.notYet],
    ['Video call', english.chat.notYet],
    ['Share screen', english.chat.notYet],
    ['Co-browse', english.chat.notYet],
    ['Request callback', undefined],
    ['End chat', undefined],
  ]);
});

test('what can’t be done now says why, in the page’s language', () => {
  const can = { upload: no, requestCallback: yes, end: no };
  const reasons = (texts: typeof english) =>
    chatTools(can, texts).map(({ action, disabledBecause }) => [action, disabledBecause]);
  expect(reasons(english)).toContainEqual(['attach', 'The chat is over.']);
  expect(reasons(spanish)).toContainEqual(['end', spanish.reason('invalid-state', '')]);
});
