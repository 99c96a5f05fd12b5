import { chatRequest } from './chat-request.js';

function fields(values: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

test('an agent logs in by name', () => {
  expect(chatRequest('log-in', fields({ agent: ' Ann ' }))).toEqual({
    path: 'agents',
    body: { action: 'login', name: 'Ann' },
    clears: 'agent',
  });
});

test.each([
  ['say', { text: 'Hello' }],
  ['app', { text: 'Hello' }],
  ['leave', { text: 'Hello' }],
  ['callback', { text: 'Hello' }],
  ['type start', { text: 'start' }],
  ['type stop', { text: 'stop' }],
  ['invite', { to: 'Bob' }],
  ['transfer', { to: 'Bob' }],
  ['accept', {}],
  ['end', {}],
])('%s takes along what it needs and no more', (action, more) => {
  const form = fields({ action, as: 'Ann', chat: 's1', text: 'Hello', to: 'Bob' });
  expect(chatRequest('chat', form)).toMatchObject({ path: 'agents' });
  expect(chatRequest('chat', form)?.body).toEqual({
    action: action.split(' ')[0],
    name: 'Ann',
    chat: 's1',
    ...more,
  });
});

test('faults that nobody filled in are left out', () => {
  const empty = { queueLimit: '', queueTimeoutMs: '', startFailed: '', statusOffline: ' ', until: '0' };
  expect(chatRequest('chat-faults', fields(empty))).toEqual({ path: 'faults', body: {} });
  expect(
    chatRequest(
      'chat-faults',
      fields({ ...empty, queueLimit: '0', startFailed: 'StartError', captcha: 'on', until: '50' }),
    ),
  ).toEqual({ path: 'faults', body: { queueLimit: 0, startFailed: 'StartError', captcha: true, until: 50 } });
});

test('other forms are not its own', () => {
  expect(chatRequest('place', fields({}))).toBeUndefined();
});
