import type { Env } from '../boot/env.js';
import type { Access } from '../http/access.js';
import { asFailure } from '../http/failure.js';
import type { CustomerRequest } from '../wire/customer.js';
import { protocolVersion } from '../wire/protocolVersion.js';
import { backOff } from './backOff.js';
import { createLiveness } from './liveness.js';
import { createPending, type Answered, type Asked } from './pending.js';
import type { ReadFrame } from './readFrame.js';
import type { OpenTransport, Transport, TransportEvents } from './transport.js';

const pingEveryMs = 3_000;
// A connection that has not been welcomed by then is none.
const welcomeWithinMs = 10_000;
const helloTries = 3;
// So many sockets that come to nothing, and plain HTTP is tried.
const socketTries = 2;

/** The state of the way to the server. */
export type ServerState = 'online' | 'offline';

/** What came of the chats that this page shows, when a connection was made. */
export interface Welcome {
  readonly gone: readonly string[];
  /** When, by the server's clock: set only when the page had been offline. */
  readonly offlineUntil: string | undefined;
}

export interface LinkOptions {
  readonly env: Env;
  readonly access: Access;
  readonly page: string;
  readonly socket: OpenTransport;
  readonly stream: OpenTransport;
  /** The chats shown, and the last entry of each. */
  since(): Readonly<Record<string, number>>;
  onState(state: ServerState): void;
  /** After `online`, in the same task (P-10). */
  onWelcome(welcome: Welcome): void;
  onFrame(frame: Exclude<ReadFrame, { t: 'welcome' | 'ok' | 'no' }>): void;
  /** A connection is there, and what waited for it is sent; or it is gone. */
  onUp(up: boolean): void;
}

/** The page's way to the server: connects, asks, asks again after a loss, and knows whether the server is there. */
export interface Link {
  /** Connects, if it does not yet. */
  connect(): void;
  /** Asks, now or once connected, until it is answered. Returns what gives up on it. */
  ask(request: Asked, answered: Answered): () => void;
  /** Sends what nobody answers; dropped while there is no connection. */
  tell(request: CustomerRequest): void;
  /** Makes a new connection, which brings what is missing. */
  renew(): void;
  /** Looks at the clock, and tries at once where it waits to try again. */
  wake(): void;
  /** Lets the connection go, and watches nothing. What waits for an answer goes on waiting. */
  rest(): void;
  /** Refuses all that waits. */
  refuseAll(code: string): void;
  readonly up: boolean;
  /** Bytes that wait to be sent. */
  readonly buffered: number;
  /** Whether it is to be connected. */
  readonly wanted: boolean;
}

/** Makes the link. It connects when it is first asked to. */
export function createLink(options: LinkOptions): Link {
  const { env, access, page } = options;
  const { clock } = env;
  const pending = createPending();
  let number = 0;
  let wanted = false;
  let up = false;
  let transport: Transport | undefined;
  // Counts attempts, so that what an older one still tells is known as such.
  let attempt = 0;
  let failures = 0;
  let deadSockets = 0;
  let stopWaiting: (() => void) | undefined;
  let stopTimer: () => void = () => undefined;

  const next = (): number => (number += 1);
  const liveness = createLiveness(clock, (regained) => {
    env.note('warn', 'link', 'offline');
    if (!regained) {
      drop();
      retry();
    }
    options.onState('offline');
  });

  /** Leaves the connection, or the attempt to make one. */
  function drop(): void {
    attempt += 1;
    const was = up;
    up = false;
    stopTimer();
    transport?.close();
    transport = undefined;
    if (was) options.onUp(false);
  }

  function retry(afterMs = 0): void {
    if (!wanted || stopWaiting !== undefined) return;
    const wait = Math.max(afterMs, backOff(failures, env.random()));
    failures += 1;
    const stop = clock.setTimeout(() => {
      stopWaiting = undefined;
      void make();
    }, wait);
    stopWaiting = () => {
      stop();
      stopWaiting = undefined;
    };
  }

  async function make(): Promise<void> {
    drop();
    const mine = attempt;
    try {
      const token = await access.token();
      if (mine === attempt) open(mine, token);
    } catch (error) {
      if (mine !== attempt) return;
      const failure = asFailure(error);
      if (failure.code === 'CookiesDisabled') giveUp();
      else retry(failure.retryAfterMs);
    }
  }

  /** No way without cookies: what waits is told so, and the next request tries anew. */
  function giveUp(): void {
    rest();
    pending.refuseAll('CookiesDisabled');
  }

  function open(mine: number, firstToken: string): void {
    const overSocket = deadSockets < socketTries;
    let tries = 0;
    let hello = 0;
    const current = (): boolean => mine === attempt;

    const lost = (): void => {
      if (!current()) return;
      if (!up && overSocket) deadSockets += 1;
      // A stream that was lost: a socket has one chance before the next.
      else if (!overSocket) deadSockets = socketTries - 1;
      env.note('info', 'link', up ? 'lost' : 'not connected');
      drop();
      retry();
    };
    const greet = (token: string): void => {
      tries += 1;
      hello = next();
      transport?.send({ t: 'hello', n: hello, v: protocolVersion, page, token, since: options.since() });
    };
    const turnedAway = async (code: string, afterMs: number | undefined): Promise<void> => {
      if (code === 'CookiesDisabled') {
        giveUp();
      } else if (code === 'Forbidden' && tries < helloTries) {
        try {
          const token = await access.token();
          if (current()) greet(token);
        } catch {
          lost();
        }
      } else {
        drop();
        retry(afterMs);
      }
    };
    const welcomed = (frame: Extract<ReadFrame, { t: 'welcome' }>): void => {
      stopTimer();
      up = true;
      failures = 0;
      if (overSocket) deadSockets = 0;
      ping();
      const wasOffline = liveness.regained();
      if (wasOffline) options.onState('online');
      options.onWelcome({ gone: frame.gone, offlineUntil: wasOffline ? frame.now : undefined });
      if (current()) pending.send((request) => transport?.send(request));
      if (current()) options.onUp(true);
    };

    const on: TransportEvents = {
      open: () => {
        if (current()) greet(firstToken);
      },
      contact: () => {
        // What comes too late to count as contact ends the connection: see the liveness' own telling.
        if (current() && up) liveness.contact();
      },
      frame: (frame) => {
        if (!current()) return;
        if (frame.t === 'welcome') {
          if (!up && frame.n === hello) welcomed(frame);
        } else if (frame.t === 'ok') pending.ok(frame.n, frame.answer);
        else if (frame.t !== 'no') options.onFrame(frame);
        else if (!up && frame.n === hello) void turnedAway(frame.code, frame.retryAfterMs);
        else pending.no(frame.n, frame);
      },
      lost,
    };
    stopTimer = clock.setTimeout(lost, welcomeWithinMs);
    transport = (overSocket ? options.socket : options.stream)(on);
  }

  function ping(): void {
    stopTimer = clock.setTimeout(() => {
      if (!up) return;
      transport?.send({ t: 'ping', n: next() });
      ping();
    }, pingEveryMs);
  }

  function connect(): void {
    if (wanted) return;
    wanted = true;
    failures = 0;
    liveness.start();
    void make();
  }

  function rest(): void {
    wanted = false;
    stopWaiting?.();
    liveness.stop();
    drop();
  }

  return {
    connect,
    ask(request, answered) {
      const n = next();
      pending.add({ ...request, n }, answered);
      connect();
      if (up) pending.send((one) => transport?.send(one), n);
      return () => pending.drop(n);
    },
    tell(request) {
      if (up) transport?.send(request);
    },
    renew() {
      if (!wanted || stopWaiting !== undefined || transport === undefined) return;
      drop();
      retry();
    },
    wake() {
      if (!wanted) return;
      liveness.check();
      if (stopWaiting === undefined) return;
      stopWaiting();
      void make();
    },
    rest,
    refuseAll: (code) => pending.refuseAll(code),
    get up() {
      return up;
    },
    get buffered() {
      return transport?.buffered ?? 0;
    },
    get wanted() {
      return wanted;
    },
  };
}
