import { Secret, TOTP } from 'otpauth';
import type { Clock } from '../shared/clock.js';
import type { Customer } from './customers.js';

const period = 30;

/** The one-time code of an authenticator app: six digits, each half minute others (RFC 6238). */
export const authenticator = ({ number, codeSecret }: Pick<Customer, 'number' | 'codeSecret'>): TOTP =>
  new TOTP({
    issuer: 'Harbour Bank',
    label: number,
    secret: Secret.fromBase32(codeSecret),
    period,
    digits: 6,
  });

/** The second factor of a login (T-200). */
export interface OneTimeCodes {
  /** Whether the code is right and new. A code that was accepted is spent, and so are those before it. */
  accept(customer: Customer, code: string): boolean;
}

/**
 * Looks codes over: a half minute early or late is let pass, since clocks differ. Several servers need one store for what is
 * spent; this one keeps it in its memory.
 */
export function oneTimeCodes(clock: Clock): OneTimeCodes {
  const spent = new Map<string, number>();
  return {
    accept(customer, code) {
      const now = clock.now();
      const late = authenticator(customer).validate({ token: code, timestamp: now, window: 1 });
      if (late === null) return false;
      const step = Math.floor(now / 1_000 / period) + late;
      if (step <= (spent.get(customer.number) ?? -1)) return false;
      spent.set(customer.number, step);
      return true;
    },
  };
}
