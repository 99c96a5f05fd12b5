import { limitOf } from './senders.js';

const both = { audio: true, video: true };

test('T-102, T-103: each kind has its own limit', () => {
  expect(limitOf('audio', { audioKbps: 8, videoKbps: 2_048 }, both)).toBe(8);
  expect(limitOf('video', { audioKbps: 8, videoKbps: 2_048 }, both)).toBe(2_048);
  expect(limitOf('video', { audioKbps: 8 }, both)).toBeUndefined();
});

test('T-104: what is sent together keeps to the sum', () => {
  expect(limitOf('video', { audioKbps: 8, videoKbps: 9_000, totalKbps: 5_000 }, both)).toBe(4_992);
  expect(limitOf('video', { totalKbps: 1_000 }, both)).toBe(936);
  expect(limitOf('video', { totalKbps: 1_000 }, { audio: false, video: true })).toBe(1_000);
  expect(limitOf('audio', { audioKbps: 64, totalKbps: 32 }, both)).toBe(32);
});
