import { getRequestListener } from '@hono/node-server';
import { passes } from '../shared/passes.js';
import { systemClock, type Clock } from '../shared/clock.js';
import { listen, type Listening } from '../shared/listen.js';
import { attempts } from './attempts.js';
import type { Addresses } from './bankParts.js';
import { bankSite } from './bankSite.js';
import { customers, type Customer } from './customers.js';
import { formTokens } from './formTokens.js';
import { oneTimeCodes } from './oneTimeCodes.js';
import { sealDetails } from './sealDetails.js';
import { sessions } from './sessions.js';

export interface ServeBankOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** As browsers have them; asked for with each request. */
  readonly addresses: () => Addresses;
  readonly customers: readonly Customer[];
  /** Signs cookies; the proxy reads those of sessions with it. 32 bytes. */
  readonly sessionKey: Uint8Array;
  /** Makes forms' tokens; of this server alone. */
  readonly formKey: Uint8Array;
  /** Encrypts customers' details; the chat's back end has it too. 32 bytes. */
  readonly chatKey: Uint8Array;
  readonly serviceKey: string;
  readonly files: string;
  readonly report: (error: Error) => void;
  readonly clock?: Clock;
}

const minutes = 60_000;

/** Serves the bank's site. */
export function serveBank(options: ServeBankOptions): Promise<Listening> {
  const { clock = systemClock, sessionKey } = options;
  const site = bankSite({
    clock,
    addresses: options.addresses,
    customers: customers(options.customers),
    sessions: sessions(clock),
    sessionPasses: passes(sessionKey, 'session', clock),
    loginPasses: passes(sessionKey, 'login', clock),
    codes: oneTimeCodes(clock),
    formTokens: formTokens(options.formKey),
    seal: sealDetails(options.chatKey, clock),
    limits: {
      passwords: attempts({ most: 5, perMs: 10 * minutes }, clock),
      // Many customers can be behind one address.
      passwordsOfAddress: attempts({ most: 30, perMs: 10 * minutes }, clock),
      codes: attempts({ most: 5, perMs: 10 * minutes }, clock),
      details: attempts({ most: 20, perMs: minutes }, clock),
    },
    serviceKey: options.serviceKey,
    files: options.files,
    report: options.report,
  });
  const request = getRequestListener(site.fetch);
  return listen({ request: (incoming, response) => void request(incoming, response) }, options.port);
}
