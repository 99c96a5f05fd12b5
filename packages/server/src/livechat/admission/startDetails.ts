import { isObject } from '../http/isObject.js';

/** What a page gave to `Start`, as far as it can be read without a key. */
export interface StartDetails {
  /** What is in clear: of the session, and of the customer where that isn't sealed. */
  readonly clear: Readonly<Record<string, unknown>>;
  /** Encrypted details of the customer, in compact form. */
  readonly sealed?: string;
  /** Nothing but encrypted details was given: what the session says is in them too. */
  readonly allSealed: boolean;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const compact = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * Reads the first argument of `Start` (T-43, T-51, P-2): a SessionDetails whose `eCustDetails` is an object, JSON or encrypted;
 * a CustomerDetails as it is; or either of them as text.
 *
 * @returns nothing where it is none of these
 */
export function startDetails(given: unknown): StartDetails | undefined {
  if (typeof given === 'string') {
    const value = parsed(given);
    if (isObject(value)) return startDetails(value);
    return compact.test(given) ? { clear: {}, sealed: given, allSealed: true } : undefined;
  }
  if (!isObject(given)) return undefined;
  const { eCustDetails: customer, ...session } = given;
  if (customer === undefined || customer === null || customer === '')
    return { clear: session, allSealed: false };
  const value = typeof customer === 'string' ? parsed(customer) : customer;
  if (isObject(value)) return { clear: { ...value, ...session }, allSealed: false };
  if (typeof customer !== 'string' || !compact.test(customer)) return undefined;
  return { clear: session, sealed: customer, allSealed: false };
}
