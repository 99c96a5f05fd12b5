import type { Authorization, AuthorizationState } from '@offhook/core';
import type { Texts } from '../texts/english.js';

type SignedIn = Authorization | Pick<AuthorizationState, keyof Authorization>;

/** Whether the agent is signed in to the host's system, and as whom. */
export function signedInText({ authorized, account }: SignedIn, texts: Texts): string {
  if (!authorized) return texts.notSignedIn;
  return account === undefined ? texts.authorized : texts.signedInAs(account);
}
