/** How it stands with a vendor, in one word. */
export type ConnectionStatus = 'connecting' | 'ready' | 'signed-out' | 'offline' | 'failed';

/** How it stands with one vendor: a single status, with the vendor's own parts behind it. */
export interface Connection {
  readonly connector: string;
  /** The vendor's name, as people know it. */
  readonly name: string;
  readonly status: ConnectionStatus;
  /** What went wrong and what to do, in plain text, when the status is `failed`, `offline` or `signed-out`. */
  readonly reason?: string;
  readonly sip?: 'registering' | 'registered' | 'lost';
  /** Where the person signs in, when the vendor asks the host to show it. */
  readonly signInUrl?: string;
}
