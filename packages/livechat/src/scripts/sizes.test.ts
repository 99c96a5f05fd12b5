import { callFiles, mostBytes, mostCallBytes } from './sizes.js';

test('T-7, T-8: the limits are no higher than the documented sizes', () => {
  expect(mostBytes['adaptor.mini.js']).toBeLessThanOrEqual(90_000);
  expect(mostBytes['livechat_video.mini.js']).toBeLessThanOrEqual(32_000);
});

test('T-9: whatever keeps to its limit keeps to the sum', () => {
  const sum = callFiles.reduce((bytes, file) => bytes + mostBytes[file], 0);
  expect(sum).toBeLessThanOrEqual(mostCallBytes);
});
