import type { Chat } from '@offhook/core';
import { english } from '../texts/english.js';
import { spanish } from '../texts/spanish.js';
import { callbackText } from './callbackText.js';
import { chatStage } from './chatStage.js';
import { chatStateText, queueText, typingText } from './chatStateText.js';
import { chatNotice } from './noticeText.js';
import { uploadRows } from './uploadRows.js';

const ann = { id: '1', name: 'Ann' };
const chat = (facts: Partial<Chat>): Chat =>
  ({ id: 'x:1', connector: 'x', vendorIds: ['1'], agents: [], uploads: [], ...facts }) as Chat;

test.each<readonly [Partial<Chat> | undefined, string, string]>([
  [undefined, 'Not started', 'start'],
  [{ state: 'idle' }, 'Not started', 'start'],
  [{ state: 'opening' }, 'Not started', 'start'],
  [{ state: 'failed' }, 'Not started', 'start'],
  [{ state: 'starting' }, 'Waiting', 'starting'],
  [{ state: 'queued' }, 'Waiting', 'talk'],
  [{ state: 'connected', agents: [ann] }, 'With Ann', 'talk'],
  [{ state: 'connected', agents: [ann, { id: '2', name: 'Bo' }] }, 'With Ann, Bo', 'talk'],
  [{ state: 'connected' }, 'With an agent', 'talk'],
  [{ state: 'interrupted', agents: [ann] }, 'Connection lost', 'talk'],
  [{ state: 'ended', endedBy: 'agent' }, 'Ended by agent', 'start'],
  [{ state: 'ended', endedBy: 'customer' }, 'Ended by customer', 'start'],
  [{ state: 'ended', endedBy: 'server' }, 'Ended by server', 'start'],
  [{ state: 'ended' }, 'Ended by server', 'start'],
  [{ state: 'ended', endedBy: 'library' }, 'Connection lost', 'start'],
])('a chat that is %j says “%s”, and what there is to do is: %s', (facts, text, stage) => {
  const shown = facts && chat(facts);
  expect(chatStateText(shown, english)).toBe(text);
  expect(chatStage(shown)).toBe(stage);
});

test('who types is named, and nobody when nobody does', () => {
  expect(typingText(chat({ typing: true, agents: [ann] }), english)).toBe('Ann is typing');
  expect(typingText(chat({ typing: true, agents: [ann] }), spanish)).toBe('Ann está escribiendo');
  expect(typingText(chat({ typing: false, agents: [ann] }), english)).toBe('');
  expect(typingText(undefined, english)).toBe('');
});

test('the queue says its number, until it waits no more', () => {
  expect(queueText(3, english)).toContain('3');
  expect(queueText(undefined, english)).toBe('');
});

test('a callback says who asked for it, and that it came to nothing', () => {
  expect(callbackText(undefined, english)).toBe('');
  expect(callbackText({ by: 'agent', state: 'registered' }, english)).toContain('agent');
  expect(callbackText({ by: 'customer', state: 'failed' }, english)).toContain('Check the number');
});

test('a notice is told in the page’s words, else in the vendor’s; a lost connection before both', () => {
  const notice = { code: 'QueueIsTooBig', text: 'Too many wait.' };
  expect(chatNotice(undefined, english)).toBe('');
  expect(chatNotice(chat({ state: 'queued' }), english)).toBe('');
  expect(chatNotice(chat({ state: 'ended', notice }), spanish)).toContain('Hay demasiada gente');
  expect(chatNotice(chat({ state: 'ended', notice: { code: 'toString', text: 'New.' } }), spanish)).toBe(
    'New.',
  );
  expect(chatNotice(chat({ state: 'interrupted', notice }), english)).toContain('trying to reach');
});

test('files on their way say how far they are, failed ones why, and whole ones are gone from the list', () => {
  const file = { id: '1', name: 'a.pdf', size: 200, type: 'application/pdf', sent: 99 };
  const rows = uploadRows(
    [
      { ...file, state: 'uploading' },
      { ...file, id: '2', size: 0, sent: 0, state: 'uploading' },
      { ...file, id: '3', state: 'failed', error: { code: 'x', text: 'Too large.' } },
      { ...file, id: '4', sent: 200, state: 'done' },
    ],
    english,
  );
  expect(rows.map(({ text, percent }) => [text, percent])).toEqual([
    ['49 % sent', 49],
    ['0 % sent', 0],
    ['Not sent: Too large.', 49],
  ]);
});
