import type { Message } from '@offhook/core';
import { english } from '../texts/english.js';
import { chatRow } from './chatRow.js';
import { webHref } from './webHref.js';

const message = (facts: Partial<Message>): Message => ({
  id: 'm1',
  kind: 'text',
  by: 'agent',
  at: 0,
  status: 'delivered',
  ...facts,
});
const row = (facts: Partial<Message>) => chatRow(message(facts), english);

test('an agent’s message has its author and no status, an own one says how far it is', () => {
  expect(row({ author: 'Ann', text: 'Hello' })).toMatchObject({ author: 'Ann', text: 'Hello', own: false });
  expect(row({ author: 'Ann', text: 'Hello' })).toMatchObject({ status: undefined, failed: false });
  const own = (status: Message['status']) => row({ by: 'customer', text: 'Hi', author: 'Zoe', status });
  expect(own('pending')).toMatchObject({ author: 'You', own: true, status: 'Sending', failed: false });
  expect(own('sent')).toMatchObject({ status: 'Sent' });
  expect(own('delivered')).toMatchObject({ status: 'Sent' });
  expect(own('failed')).toMatchObject({ status: 'Failed', failed: true });
});

test('what others send stays the text that it is', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  expect(row({ text: hostile, author: hostile })).toMatchObject({ text: hostile, author: hostile });
});

test('who comes and goes is a line, and what only apps understand is nothing', () => {
  expect(row({ kind: 'joined', author: 'Ann' })).toMatchObject({ kind: 'line', text: 'Ann has joined' });
  expect(row({ kind: 'left', author: 'Ann' })).toMatchObject({ kind: 'line', text: 'Ann has left' });
  expect(row({ kind: 'notice', by: 'system', text: 'A note.' })).toMatchObject({
    kind: 'line',
    text: 'A note.',
  });
  expect(row({ kind: 'notice', by: 'system' })).toBeUndefined();
  expect(row({ kind: 'app', data: { form: 1 } })).toBeUndefined();
  expect(row({ kind: 'app', text: 'Fill this in.', author: 'Ann' })).toMatchObject({ kind: 'message' });
});

test('a file is its name, and a link where its address is one of the web', () => {
  const file = { name: 'a.pdf', size: 1, type: 'application/pdf' };
  expect(row({ kind: 'file', file })).toMatchObject({ file: { name: 'a.pdf', href: undefined } });
  const url = 'http://localhost:4305/tetherfi/livechat/files/a.pdf?sid=1';
  expect(row({ kind: 'file', file: { ...file, url } })).toMatchObject({ file: { href: url } });
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'blob:http://localhost/x', '/relative', '', undefined])(
  'no link leads to %s',
  (url) => {
    expect(webHref(url)).toBeUndefined();
  },
);
