import { readSignedIn, type SignedIn } from './signIn.js';

/** Keeps who is signed in for as long as the tab lives, and nowhere else. */
export interface KeptSignIn {
  get(): SignedIn | undefined;
  set(signedIn: SignedIn | undefined): void;
}

/** In `sessionStorage`; where that is blocked, only until the page is loaded anew. */
export function keptSignIn(site: string | undefined): KeptSignIn {
  const key = `offhook.agent.${site ?? ''}`;
  return {
    get() {
      try {
        const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
        return readSignedIn(value);
      } catch {
        return undefined;
      }
    },
    set(signedIn) {
      try {
        if (signedIn === undefined) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(signedIn));
      } catch {
        // Then it isn't kept.
      }
    },
  };
}
