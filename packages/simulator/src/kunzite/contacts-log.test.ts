import { isRecord } from '../frame.js';
import { createContactsLog } from './contacts-log.js';

const push = (count: number) => ({
  at: 0,
  direction: 'in' as const,
  origin: '',
  tab: '',
  data: { type: 'contacts', data: { contacts: Array.from({ length: count }, (_, id) => ({ id })) } },
});

test('S3-24: a log of many pushes keeps the newest in full, and the beginning of the older', () => {
  let changes = 0;
  const log = createContactsLog(() => (changes += 1));
  for (let time = 0; time < 4; time += 1) log.add(push(100_000));
  log.add({ ...push(0), data: { type: 'click2call' } });
  const lengths = log.list().map(({ data }) => {
    const inner = isRecord(data) && isRecord(data['data']) ? data['data'] : {};
    const contacts: unknown[] = Array.isArray(inner['contacts']) ? inner['contacts'] : [];
    return [contacts.length, contacts.at(-1)];
  });
  expect(lengths).toEqual([
    [21, { omitted: 99_980 }],
    [100_000, { id: 99_999 }],
    [100_000, { id: 99_999 }],
    [100_000, { id: 99_999 }],
    [0, undefined],
  ]);
  expect(changes).toBe(5);
  log.clear();
  expect(log.list()).toEqual([]);
});
