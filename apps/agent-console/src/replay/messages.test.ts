import { posted, readFromReplay, readToReplay } from './messages.js';

test.each([{ t: 'ready' }, { t: 'broken' }, { t: 'size', width: 800, height: 600 }] as const)(
  '%j of the replay is read as it is',
  (message) => {
    expect(readFromReplay(posted(message))).toEqual(message);
  },
);

test('events for the replay are read as they are', () => {
  expect(readToReplay(posted({ t: 'events', events: [{ type: 4 }] }))).toEqual({
    t: 'events',
    events: [{ type: 4 }],
  });
});

test.each([
  null,
  'ready',
  { t: 'ready' },
  { channel: 'offhook.replay', t: 'size', width: 0, height: 1e9 },
  { channel: 'offhook.replay', t: 'size' },
  { channel: 'offhook.replay', t: 'events', events: 'all' },
  { channel: 'offhook', t: 'events', events: [] },
])('%j is none of ours', (message) => {
  expect([readFromReplay(message), readToReplay(message)]).toEqual([undefined, undefined]);
});
