import type { CustomerFrame, CustomerRequest } from '@offhook/livechat';

/** A page of a customer, on one connection. */
export interface Visitor {
  readonly site: string;
  /** The web session: a hash of the cookie's secret. */
  readonly web: string;
  /** The page's own random id: the same on each of its connections. */
  readonly page: string;
  /**
   * Told in order. The same frame object goes to all that get it: `frameText` makes its text once. Must not throw; may drop
   * the connection, the page resumes.
   */
  tell(frame: CustomerFrame): void;
  /** The connection has no use any more: another of the same page took over, or the site was reset. */
  close?(): void;
}

/** The hub's end of a page's connection. */
export interface VisitorLink {
  /**
   * Never rejects. `hello` comes first. The answer is to be sent as soon as the promise resolves; what follows from it (the
   * missed entries, the place in the queue) is told only after that, in a later turn of the event loop.
   */
  ask(request: CustomerRequest): Promise<CustomerFrame | undefined>;
  /** The connection is lost: not a Close. */
  gone(): void;
}
