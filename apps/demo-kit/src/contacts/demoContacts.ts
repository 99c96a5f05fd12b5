import type { Contact } from '@offhook/core';

const person = (id: string, name: string, company: string, ...numbers: readonly string[]): Contact => ({
  id,
  source: 'TestService',
  name,
  company,
  phones: numbers.map((number) => ({ number, type: 'direct' })),
  emails: [`${name.toLowerCase().replace(' ', '.')}@example.com`],
});

/** Whom the host's own CRM knows from the start. The first number is on two of them; nobody has +12165329999. */
export const demoContacts: readonly Contact[] = [
  person('1', 'John Doe', 'Doe Brothers', '+34666555444'),
  person('2', 'Jennifer Doe', 'Doe Brothers', '+34666555444', '+34666777888'),
  person('3', 'Ada Lovelace', 'Analytical Engines', '+12165325078'),
];
