import { countingIds } from './countingIds.js';

test('ids count, each for itself', () => {
  const ids = countingIds();
  const others = countingIds('message');
  expect([ids.next(), ids.next(), others.next(), ids.next()]).toEqual(['id-1', 'id-2', 'message-1', 'id-3']);
});
