import type { CustomerRequest } from '../wire/customer.js';
import type { ReadAnswer } from './readFrame.js';

/** A refusal: the wire's code, or one of the script's own. */
export interface Refused {
  readonly code: string;
  readonly text: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** Whether the request had gone out before, over a connection that broke: it may have been done. */
  readonly resent: boolean;
}

/** What becomes of a request, told in the task that the answer came in. */
export interface Answered {
  ok(answer: ReadAnswer): void;
  no(refused: Refused): void;
}

/** A request that asks for an answer, without its number. */
export type Asked<R = CustomerRequest> = R extends { readonly n?: number } ? Omit<R, 'n'> : never;

interface Waiting {
  readonly request: CustomerRequest;
  readonly answered: Answered;
  sends: number;
}

/** Requests that wait for their answer, over any number of connections. */
export interface Pending {
  /** Keeps a request; returns its number. */
  add(request: CustomerRequest & { readonly n: number }, answered: Answered): void;
  /** Gives up on one: its answer is nobody's any more. */
  drop(n: number): void;
  /** Sends one, or all, in the order of their asking. */
  send(send: (request: CustomerRequest) => void, n?: number): void;
  ok(n: number, answer: ReadAnswer): void;
  no(n: number, refused: Omit<Refused, 'resent'>): void;
  /** Refuses all that wait. */
  refuseAll(code: string, text?: string): void;
}

/** A table of the requests that wait. */
export function createPending(): Pending {
  const waiting = new Map<number, Waiting>();

  function take(n: number): Waiting | undefined {
    const found = waiting.get(n);
    waiting.delete(n);
    return found;
  }

  function no(n: number, refused: Omit<Refused, 'resent'>): void {
    const found = take(n);
    found?.answered.no({ ...refused, resent: found.sends > 1 });
  }

  return {
    add: (request, answered) => void waiting.set(request.n, { request, answered, sends: 0 }),
    drop: (n) => void waiting.delete(n),
    send(send, n) {
      for (const [number, one] of [...waiting]) {
        if (n !== undefined && n !== number) continue;
        one.sends += 1;
        send(one.request);
      }
    },
    ok: (n, answer) => take(n)?.answered.ok(answer),
    no,
    refuseAll(code, text) {
      for (const n of [...waiting.keys()]) no(n, { code, text, retryAfterMs: undefined });
    },
  };
}
