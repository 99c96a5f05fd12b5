import { contactMatch, noMatch, type Contact } from './contact.js';

const contact = (id: string): Contact => ({ id, source: 'crm', name: id, phones: [], emails: [] });

it('is none, one or many by how many contacts there are', () => {
  expect(contactMatch([])).toBe(noMatch);
  expect(contactMatch([contact('a')])).toEqual({ status: 'one', contacts: [contact('a')] });
  expect(contactMatch([contact('a'), contact('b')]).status).toBe('many');
  expect(noMatch).toEqual({ status: 'none', contacts: [] });
});
