import { randomBytes, randomInt } from 'node:crypto';
import { Secret } from 'otpauth';
import type { Customer } from '../inb/customers.js';
import { hashPassword } from '../inb/passwords.js';

/** A customer to try the bank with, and what they log in with. */
export interface DemoCustomer {
  readonly customer: Customer;
  readonly password: string;
}

type Person = Pick<Customer, 'name' | 'email' | 'phone' | 'segment' | 'accounts'>;

const people: readonly Person[] = [
  {
    name: 'Mei Lin Tan',
    email: 'mei.lin.tan@example.com',
    phone: '+65 6555 0134',
    segment: 'private',
    accounts: [
      { name: 'Everyday account', number: '012-48817-3', balance: 4_218.65 },
      { name: 'Savings', number: '012-48818-1', balance: 26_930.4 },
      { name: 'Home loan', number: '771-20045-9', balance: -318_472.12 },
    ],
  },
  {
    name: 'Daniel Okafor',
    email: 'daniel.okafor@example.com',
    phone: '+65 6555 0178',
    segment: 'retail',
    accounts: [{ name: 'Everyday account', number: '012-60932-6', balance: 1_046.2 }],
  },
];

/** Numbers, passwords and authenticators are made anew each time: nothing in a file opens this bank. */
export function demoCustomers(): Promise<readonly DemoCustomer[]> {
  const first = randomInt(1, 8) * 10_000_000 + randomInt(1_000_000, 9_000_000);
  return Promise.all(
    people.map(async (person, index) => {
      const password = randomBytes(9).toString('base64url');
      const customer = {
        ...person,
        number: String(first + index),
        country: 'SG',
        language: 'en',
        passwordHash: await hashPassword(password),
        codeSecret: new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32,
      };
      return { customer, password };
    }),
  );
}
