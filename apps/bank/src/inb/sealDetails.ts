import { CompactEncrypt } from 'jose';
import type { Clock } from '../shared/clock.js';
import type { Customer } from './customers.js';

/** What a chat is about, as the page says. */
export interface ChatWish {
  /** The chat's access token of this session (T-65, P-1). */
  readonly token: string;
  readonly topic: string;
}

/** Encrypts what the chat is to know of a customer, for the chat's back end alone. */
export type SealDetails = (customer: Customer, wish: ChatWish) => Promise<string>;

/** How long the details are good for, in seconds. The back end takes none that would be good for more than five minutes. */
const lifeSeconds = 120;

/** All of the documented `CustomerDetails`; who the customer is, is the bank's own word, never the page's. */
const detailsOf = (customer: Customer, { token, topic }: ChatWish): Readonly<Record<string, string>> => ({
  eKCIN: '',
  eRegStatus: 'registered',
  eCustName: customer.name,
  pChannel: 'web',
  pPageTag: 'account',
  pTopic: topic,
  eCin: customer.number,
  eAuthStatus: 'authenticated',
  // A password and a one-time code.
  eAuthLevel: '2',
  pKaiSid: '',
  eCustSeg: customer.segment,
  eMobileNo: customer.phone,
  eEmail: customer.email,
  pBranding: 'Harbour Bank',
  pCountry: customer.country,
  pLang: customer.language,
  pAccessToken: token,
});

/**
 * Customer details as compact JWE, `dir` and `A256GCM` (P-2, T-204). The access token in them binds them to one session of the
 * chat: another session's page can do nothing with them.
 *
 * @param key 32 bytes, which the chat's back end has too, and nobody else
 */
export function sealDetails(key: Uint8Array, clock: Clock): SealDetails {
  if (key.byteLength !== 32) throw new TypeError('The key for encrypted details has to have 32 bytes.');
  return (customer, wish) => {
    const iat = Math.floor(clock.now() / 1_000);
    const text = JSON.stringify({ ...detailsOf(customer, wish), iat, exp: iat + lifeSeconds });
    return new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(key);
  };
}
