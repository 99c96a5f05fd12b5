import { createReplies } from './replies.js';
import { fillReply } from './fillReply.js';
import { findReplies } from './findReplies.js';

beforeEach(() => localStorage.clear());

test('replies are kept in the browser, and are there when the page is loaded anew', () => {
  const own = [{ name: 'Fees', text: 'There are none.' }];
  createReplies().set(own);
  expect(createReplies().value).toEqual(own);
});

test('another tab’s change is taken over', () => {
  const replies = createReplies();
  const told = jest.fn();
  replies.subscribe(told);
  const newValue = JSON.stringify([{ name: 'a', text: 'b' }]);
  dispatchEvent(new StorageEvent('storage', { key: 'offhook.agent.replies', newValue }));
  expect([replies.value, told.mock.calls.length]).toEqual([[{ name: 'a', text: 'b' }], 1]);
});

test.each(['{', '7', '[1]', '[{"name":"a"}]', '{"name":"a"}'])(
  'kept as %s, the first ones come back',
  (text) => {
    localStorage.setItem('offhook.agent.replies', text);
    expect(createReplies().value.map(({ name }) => name)).toContain('Greeting');
  },
);

test('names are filled in once, and go with their comma where there is none', () => {
  const text = 'Hello, {name}. I am {agent}.';
  expect(fillReply(text, { name: 'Ada', agent: 'Ann' })).toBe('Hello, Ada. I am Ann.');
  expect(fillReply(text, { name: '', agent: 'Ann' })).toBe('Hello. I am Ann.');
  expect(fillReply(text, { name: '{agent} $&', agent: 'Ann' })).toBe('Hello, {agent} $&. I am Ann.');
});

test('words find a reply by its name and text', () => {
  const replies = [
    { name: 'Greeting', text: 'Hello there' },
    { name: 'Bye', text: 'Hello and goodbye' },
  ];
  expect(findReplies(replies, 'HELLO good').map(({ name }) => name)).toEqual(['Bye']);
  expect(findReplies(replies, ' ')).toEqual(replies);
});
