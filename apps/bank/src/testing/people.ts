import type { Customer } from '../inb/customers.js';
import { hashPassword } from '../inb/passwords.js';

export const password = 'correct horse';

/** Two customers with the same password, each with an authenticator of their own. */
export async function people(): Promise<readonly [Customer, Customer]> {
  const passwordHash = await hashPassword(password);
  const some = { segment: 'retail', country: 'SG', language: 'en', passwordHash, accounts: [] };
  return [
    {
      ...some,
      number: '10000001',
      name: 'Ana Lim',
      email: 'ana@example.com',
      phone: '+65 6555 0001',
      codeSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    },
    {
      ...some,
      number: '10000002',
      name: 'Ben Ortega',
      email: 'ben@example.com',
      phone: '+65 6555 0002',
      codeSecret: 'KRUGS4ZANFZSAYJAKRUGS4ZANFZSAYJA',
    },
  ];
}
