import type { Clock } from '../shared/clock.js';
import type { Passes } from '../shared/passes.js';
import type { Attempts } from './attempts.js';
import type { Customers } from './customers.js';
import type { FormTokens } from './formTokens.js';
import type { OneTimeCodes } from './oneTimeCodes.js';
import type { SealDetails } from './sealDetails.js';
import type { Sessions } from './sessions.js';

/** Where the bank and its chat are, as browsers have it: origins such as `https://www.bank.example`. */
export interface Addresses {
  readonly bank: string;
  /** The chat's proxy. */
  readonly chat: string;
}

/** What the bank's pages stand on. */
export interface BankParts {
  readonly clock: Clock;
  readonly addresses: () => Addresses;
  readonly customers: Customers;
  readonly sessions: Sessions;
  readonly sessionPasses: Passes;
  readonly loginPasses: Passes;
  readonly codes: OneTimeCodes;
  readonly formTokens: FormTokens;
  readonly seal: SealDetails;
  /** What may fail, and not too often. */
  readonly limits: {
    readonly passwords: Attempts;
    readonly passwordsOfAddress: Attempts;
    readonly codes: Attempts;
    readonly details: Attempts;
  };
  /** With it the chat's proxy asks whether a session goes on. */
  readonly serviceKey: string;
}
