import type { Contact } from '../model/contact.js';
import { memoryContacts } from './contacts.js';

const contact = (id: string, ...numbers: readonly string[]): Contact => ({
  id,
  source: 'crm',
  name: id,
  phones: numbers.map((number) => ({ number, type: 'work' })),
  emails: [],
});

const { signal } = new AbortController();

it('finds everybody with a number, however it is written', () => {
  const ann = contact('ann', '101', '(216) 532-5078');
  const bob = contact('bob', '+1 216 532 5078');
  const port = memoryContacts([ann, bob, contact('cy', '+12165325079'), contact('dee')]);
  expect(port.match('+12165325078', signal)).toEqual([ann, bob]);
  expect(port.match('101', signal)).toEqual([ann]);
  expect(port.match('999', signal)).toEqual([]);
});

it('leaves out who was deleted', () => {
  const gone = { ...contact('ann', '101'), deleted: true };
  expect(
    memoryContacts([gone, { ...contact('bob', '101'), deleted: false }]).match('101', signal),
  ).toHaveLength(1);
});

it('knows nobody unless told', () => {
  expect(memoryContacts().match('101', signal)).toEqual([]);
});
