import type { Contact } from '@offhook/core';
import * as fc from 'fast-check';

const names = [
  'Jennifer',
  'Jenny',
  'Jen',
  'Jenifer',
  'Jens',
  'Jénifer',
  'Doe',
  'Do',
  'Dough',
  'Müller',
  'Muller',
  'Möller',
  'Strauß',
  'Strauss',
  'Søren',
  'Soren',
  'Łukasz',
  'Lukas',
  'Ægir',
  'Aegir',
  'O’Brien',
  "O'Brien",
  'Obrien',
  'Иван',
  'Иванов',
  'Ива',
  '山田',
  '山田太郎',
  'Smith',
  'Smyth',
  'Simth',
  'Smithson',
  '555',
  '5554',
  'Route66',
  '',
  ' ',
  'a',
  'ab',
  'aab',
  'aaab',
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const text = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));

/** Numbers that often share their ends. */
export const number = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '0', '00', '+', '+44', '+44 (0)', '0044', '44', '1', 'tel:+44', 'sip:44'),
        fc.constantFrom(
          '20 7946 0958',
          '2079460958',
          '79460958',
          '7946 0958',
          '460958',
          '5554',
          '555',
          '0207946095',
          '12',
          '00',
        ),
        fc.constantFrom('', ' ', ';ext=4', ' x12', '@example.org', ',5'),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('', 'anonymous', ' anonymous', 'sip:alice@example.org', '+') },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('0', '5', '4'), maxLength: 10 }) },
);

/** Whatever is typed into a search. */
export const query = fc.oneof(
  text,
  word,
  number,
  word.chain((one) => fc.nat({ max: Math.max(0, one.length) }).map((length) => one.slice(0, length))),
  word.chain((one) =>
    fc.nat({ max: Math.max(0, one.length - 1) }).map((at) => one.slice(0, at) + one.slice(at + 1)),
  ),
);

export const contact: fc.Arbitrary<Contact> = fc.record(
  {
    id: fc.oneof(fc.nat({ max: 12 }).map(String), fc.string({ maxLength: 5, unit: 'grapheme' })),
    source: fc.constantFrom('crm', 'book'),
    name: text,
    type: fc.constantFrom('', 'person', 'a\x1fb'),
    phones: fc.array(fc.record({ number, type: fc.constantFrom('', 'mobile', 'wörk') }), { maxLength: 3 }),
    emails: fc.array(fc.constantFrom('jen.doe@example.org', 'x@y.z', '', 'a\x1db'), { maxLength: 2 }),
    company: text,
    deleted: fc.constant(false),
    updatedAt: fc.oneof(
      fc.nat(),
      fc.double({ noNaN: true }).map((ms) => ms + 0),
    ),
  },
  { requiredKeys: ['id', 'source', 'name', 'phones', 'emails'] },
);
