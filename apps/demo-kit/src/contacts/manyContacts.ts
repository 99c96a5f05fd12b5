import type { Contact } from '@offhook/core';
import { demoContacts } from './demoContacts.js';

const given = ['Alan', 'Barbara', 'Claude', 'Dorothy', 'Edsger', 'Frances', 'Grace', 'Hedy', 'Ivan', 'Joan'];
const family = [
  'Allen',
  'Clarke',
  'Diffie',
  'Engel',
  'Hopper',
  'Johnson',
  'Knuth',
  'Liskov',
  'Perlman',
  'Turing',
];
const places = ['Andes', 'Baltic', 'Caspian', 'Danube', 'Everest', 'Fuji', 'Ganges'];

/** The id of the contact at this place, from 0, among those that are made up. */
export const madeUpId = (index: number): string => `made-up-${index}`;

/** So many contacts: those whom the host's CRM knows from the start, and then made-up ones, the same ones each time. */
export function* manyContacts(count: number): Generator<Contact> {
  yield* demoContacts;
  for (let index = demoContacts.length; index < count; index += 1) {
    const name = `${pick(given, index)} ${pick(family, index / given.length)} ${index}`;
    yield {
      id: madeUpId(index),
      source: 'TestService',
      name,
      company: `${pick(places, index)} ${pick(family, index / places.length)}`,
      phones: [{ number: `+1202${String(index).padStart(7, '0')}`, type: 'direct' }],
      emails: [`${name.toLowerCase().replaceAll(' ', '.')}@example.com`],
    };
  }
}

const pick = (from: readonly string[], index: number): string => from[Math.floor(index) % from.length] ?? '';
