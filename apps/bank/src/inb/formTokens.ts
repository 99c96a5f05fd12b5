import { createHmac } from 'node:crypto';
import { sameText } from '../shared/sameText.js';

/** Tokens of forms: only a page of the bank's own can have written one (against XSRF). */
export interface FormTokens {
  /** @param visit the value of the visitor's own cookie */
  of(visit: string): string;
  holds(visit: string | undefined, token: unknown): boolean;
}

export function formTokens(key: Uint8Array): FormTokens {
  const of = (visit: string): string => createHmac('sha256', key).update(`form|${visit}`).digest('base64url');
  return {
    of,
    holds: (visit, token) =>
      visit !== undefined && visit !== '' && typeof token === 'string' && sameText(of(visit), token),
  };
}
