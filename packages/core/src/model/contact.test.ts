import { matchOf, noMatch, type Contact } from './contact.js';

const contact = (id: string): Contact => ({ id, source: 'crm', name: id, phones: [], emails: [] });

it('is none, one or many by how many contacts there are', () => {
  expect(matchOf([])).toBe(noMatch);
  expect(matchOf([contact('a')])).toEqual({ status: 'one', contacts: [contact('a')] });
  expect(matchOf([contact('a'), contact('b')]).status).toBe('many');
  expect(noMatch).toEqual({ status: 'none', contacts: [] });
});
