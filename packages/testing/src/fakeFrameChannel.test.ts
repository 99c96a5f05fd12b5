import { fakeFrameChannel } from './fakeFrameChannel.js';

const isRing = (data: unknown): data is { readonly type: 'ring' } =>
  typeof data === 'object' && data !== null && (data as { readonly type?: unknown }).type === 'ring';

test('everybody who listens gets each frame, until they leave', () => {
  const channel = fakeFrameChannel();
  const first: unknown[] = [];
  const second: unknown[] = [];
  const leave = channel.listen((frame) => first.push(frame));
  channel.listen((frame) => second.push(frame));
  expect(channel.listeners).toBe(2);
  channel.receive({ type: 'ring' });
  leave();
  channel.receive(null);
  expect(channel.listeners).toBe(1);
  expect(first).toEqual([{ type: 'ring' }]);
  expect(second).toEqual([{ type: 'ring' }, null]);
});

test('a guard keeps out what it refuses', () => {
  const channel = fakeFrameChannel({ accept: isRing });
  const heard: unknown[] = [];
  channel.listen((frame) => heard.push(frame));
  expect(channel.receive({ type: 'ring' })).toBe(true);
  expect(channel.receive({ type: 'sing' })).toBe(false);
  expect(heard).toEqual([{ type: 'ring' }]);
});

test('what is sent is kept, and a script may answer it', () => {
  const heard: unknown[] = [];
  const channel = fakeFrameChannel({
    onSend: (frame, receive) => receive({ type: 'answer', to: frame }),
  });
  channel.listen((frame) => heard.push(frame));
  channel.send('hello');
  expect(channel.sent).toEqual(['hello']);
  expect(heard).toEqual([{ type: 'answer', to: 'hello' }]);
});

test('a closed channel neither hears nor sends, and opens again for whoever listens', () => {
  const channel = fakeFrameChannel();
  const heard: unknown[] = [];
  channel.listen((frame) => heard.push(frame));
  channel.close();
  expect([channel.closed, channel.listeners]).toEqual([true, 0]);
  expect(channel.receive('lost')).toBe(false);
  channel.send('lost');
  channel.listen((frame) => heard.push(frame));
  expect(channel.closed).toBe(false);
  channel.receive('found');
  channel.send('found');
  expect(heard).toEqual(['found']);
  expect(channel.sent).toEqual(['found']);
});

test('one function that listens twice is told twice, and leaves once at a time', () => {
  const channel = fakeFrameChannel();
  const handler = jest.fn();
  const leave = channel.listen(handler);
  channel.listen(handler);
  channel.receive('x');
  leave();
  channel.receive('y');
  expect(handler.mock.calls).toEqual([['x'], ['x'], ['y']]);
});
