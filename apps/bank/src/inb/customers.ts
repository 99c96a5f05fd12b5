import * as v from 'valibot';
import { checkPassword, decoyHash } from './passwords.js';

const text = v.pipe(v.string(), v.maxLength(200));

/** Somebody who has an account, as the bank knows them. */
export const customerSchema = v.strictObject({
  number: v.pipe(v.string(), v.regex(/^\d{8}$/)),
  name: text,
  email: text,
  phone: text,
  /** What the desk may route by: `retail`, `private`. */
  segment: text,
  country: text,
  language: text,
  passwordHash: v.string(),
  /** What the customer's authenticator has too; base32. */
  codeSecret: v.pipe(v.string(), v.regex(/^[A-Z2-7]{32}$/)),
  accounts: v.array(v.strictObject({ name: text, number: text, balance: v.number() })),
});

export type Customer = v.InferOutput<typeof customerSchema>;

/** Who the bank's customers are. */
export interface Customers {
  of(number: string): Customer | undefined;
  /** The one who has this number and password. It takes as long where there is none of this number. */
  check(number: string, password: string): Promise<Customer | undefined>;
}

export function customers(list: readonly Customer[]): Customers {
  const byNumber = new Map(list.map((customer) => [customer.number, customer]));
  return {
    of: (number) => byNumber.get(number),
    async check(number, password) {
      const customer = byNumber.get(number);
      const right = await checkPassword(password, customer?.passwordHash ?? decoyHash);
      return right ? customer : undefined;
    },
  };
}
