import { keptMedia } from './keptMedia.js';

afterEach(() => sessionStorage.clear());

test('a page that was loaded anew knows what was its own, of its site alone', () => {
  const kept = keptMedia('one');
  kept.add('m1');
  kept.add('m2');
  kept.remove('m1');
  const again = keptMedia('one');
  expect([again.has('m1'), again.has('m2'), keptMedia('two').has('m2')]).toEqual([false, true, false]);
});

test('no more is kept than a page has at a time', () => {
  const kept = keptMedia(undefined);
  for (let turn = 0; turn < 20; turn += 1) kept.add(`m${turn}`);
  expect([kept.has('m3'), kept.has('m4'), kept.has('m19')]).toEqual([false, true, true]);
});

test.each(['{', '7', '[7]'])('%s in the storage is nothing', (stored) => {
  sessionStorage.setItem('offhook.agent.media.one', stored);
  expect(keptMedia('one').has('7')).toBe(false);
});
