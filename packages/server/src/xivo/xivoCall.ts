/** The agent whose phone rings. Rows. */
export interface XivoUser {
  readonly userId: number;
  /** Absent for somebody who is no agent of a queue. */
  readonly agentId?: number;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly fullName?: string;
  /** The agent's JSON web token: a secret. It is in no log, no event and no answer of the service. */
  readonly token?: string;
}

/** The queue that the call came by. Row X-12. */
export interface XivoQueue {
  readonly id?: number;
  readonly name: string;
  readonly displayName?: string;
  readonly number?: string;
}

/** What the agent desktop asks about: one call that rings at one agent. Rows. */
export interface XivoCall {
  readonly user: XivoUser;
  /** The number called. Row X-8. */
  readonly callee: string;
  /** The number that calls; in the document's sample, but not in its text. Row X-9. */
  readonly caller?: string;
  /** What the telephone system knows besides, by name. Row X-10. */
  readonly userData: Readonly<Record<string, string | number | boolean | null>>;
  /** The call's linked id, such as `1724763376.29`: the same at every agent that it rings at. Row X-11. */
  readonly callDataCallId: string;
  /** Absent for direct calls. */
  readonly queue?: XivoQueue;
}

/** What an agent's token says. Row X-7. Decoded always; true only when the service has the key (`verified`). */
export interface XivoClaims {
  readonly login?: string;
  /** Seconds since 1970. */
  readonly issuedAt?: number;
  /** Seconds since 1970: an hour after `issuedAt`. */
  readonly expiresAt?: number;
  readonly userType?: string;
  readonly acls?: readonly string[];
  readonly softwareType?: string;
  readonly [claim: string]: unknown;
}
