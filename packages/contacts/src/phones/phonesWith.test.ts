import { runToEnd } from '../engine/runToEnd.js';
import type { Phones } from '../engine/segment.js';
import { digitsOf } from './digitsOf.js';
import { indexPhones } from './indexPhones.js';
import { phonesWith } from './phonesWith.js';

function phonesOf(numbers: readonly string[]): Phones {
  const digits = digitsOf(numbers.join(''));
  const starts = new Uint32Array(numbers.length + 1);
  numbers.forEach((number, index) => {
    starts[index + 1] = starts[index] + number.length;
  });
  const owners = Uint32Array.from(numbers, (_, index) => index);
  return { digits, starts, owners, ...runToEnd(indexPhones(digits, starts)), spelt: new Map() };
}

describe('phonesWith', () => {
  it.each(['9999', '99990', '990', '0000', '000001', '0000000123'])(
    'finds each of 40,000 numbers with %s, near to each other or far apart',
    (typed) => {
      const numbers = Array.from({ length: 40_000 }, (_, index) =>
        index % 19_997 === 3 ? `9999${index}` : String(index).padStart(10, '0'),
      );
      const found = new Set<number>();
      phonesWith(phonesOf(numbers), digitsOf(typed), (phone) => found.add(phone));
      const expected = numbers.flatMap((number, index) => (number.includes(typed) ? [index] : []));
      expect([...found].sort((a, b) => a - b)).toEqual(expected);
    },
  );

  it('finds a number in which four digits stand twice', () => {
    const fits: string[] = [];
    phonesWith(phonesOf(['12121212', '555']), digitsOf('1212'), (phone, fit) => fits.push(`${phone} ${fit}`));
    expect(new Set(fits)).toEqual(new Set(['0 end']));
  });
});
