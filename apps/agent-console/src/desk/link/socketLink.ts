import { protocolVersion, type AgentRequest, type Signal } from '@offhook/livechat';
import type { Clock } from '../clock.js';
import { readFrame, type DeskFrame } from '../wire/readFrame.js';

/** As much of a WebSocket as there is need of. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: (() => void) | null;
}

type WithoutNumber<T> = T extends { readonly n?: number } ? Omit<T, 'n'> : never;

/** A request that gets an answer; the link numbers it. */
export type Ask = WithoutNumber<
  Exclude<AgentRequest, { readonly t: 'hello' | 'ping' | 'typing' | 'signal' }>
>;

/** The answer to a request. */
export type Answer = Extract<DeskFrame, { readonly t: 'ok' | 'no' }>;

export interface SocketLinkOptions {
  open(): Socket;
  readonly clock: Clock;
  /** 0 to 1, for the back-off's jitter. */
  random(): number;
  /** What to say hello with. */
  hello(): {
    readonly token: string;
    readonly seat: string;
    readonly since: Readonly<Record<string, number>>;
  };
  /** Every frame that could be read, in order. */
  onFrame(frame: DeskFrame): void;
  /** The connection is gone, and comes back by itself. */
  onGone(): void;
  /** The token is worth nothing any more: the link has ended. */
  onForbidden(): void;
}

/** Where a signal goes: to one page of the other side's, in one call or shown page of a chat. */
export interface SignalRoute {
  readonly sid: string;
  readonly media: string;
  readonly to: string;
}

/** A connection that comes back. */
export interface SocketLink {
  /** Never rejects: without a connection, or when it breaks before the answer, it is `no` with `Unavailable`. */
  ask(request: Ask): Promise<Answer>;
  /** Says it, when there is a connection. */
  typing(sid: string, state: 0 | 1): void;
  /** Passes it on to the other side's page; it may get lost, and without a connection it does: then the answer is false. */
  signal(route: SignalRoute, data: Signal): boolean;
  /** Begins anew: something is missing. */
  again(): void;
  end(): void;
}

const firstWaitMs = 500;
const longestWaitMs = 5_000;
/** Between two signs of life that are asked for, and how long one may take. */
const pingMs = 10_000;
const silenceMs = 9_000;

const unavailable: Answer = { t: 'no', n: 0, code: 'Unavailable' };

/** Opens a link to the server, says hello, and does so again after each break: sooner at first, then every few seconds. */
export function openSocketLink(options: SocketLinkOptions): SocketLink {
  const { clock } = options;
  const asked = new Map<number, (answer: Answer) => void>();
  /** Where the signals of a media session go, as this connection has been told. */
  const routes = new Map<string, string>();
  let socket: Socket | undefined;
  let isIn = false;
  let hasEnded = false;
  let n = 0;
  let helloNumber = 0;
  let tries = 0;
  let stopTimer = (): void => undefined;

  function say(frame: AgentRequest): void {
    socket?.send(JSON.stringify(frame));
  }

  function wait(ms: number, work: () => void): void {
    stopTimer();
    stopTimer = clock.after(ms, work);
  }

  /** Asks for a sign of life; without one the connection is given up. */
  function watch(): void {
    wait(pingMs, () => {
      n += 1;
      say({ t: 'ping', n });
      wait(silenceMs, lose);
    });
  }

  function letGo(): void {
    const old = socket;
    socket = undefined;
    isIn = false;
    routes.clear();
    if (old === undefined) return;
    old.onopen = old.onmessage = old.onclose = null;
    old.close();
  }

  function lose(): void {
    letGo();
    const open = [...asked.values()];
    asked.clear();
    for (const answer of open) answer(unavailable);
    if (hasEnded) return;
    options.onGone();
    const most = Math.min(longestWaitMs, firstWaitMs * 2 ** tries);
    tries += 1;
    wait(most * (0.5 + options.random() / 2), begin);
  }

  function take(frame: DeskFrame): void {
    if ((frame.t === 'welcome' || frame.t === 'no') && frame.n === helloNumber && !isIn) {
      if (frame.t === 'no' && frame.code === 'Forbidden') {
        end();
        options.onForbidden();
        return;
      }
      if (frame.t === 'no') {
        lose();
        return;
      }
      isIn = true;
      tries = 0;
    }
    watch();
    options.onFrame(frame);
    if (frame.t !== 'ok' && frame.t !== 'no') return;
    const answer = asked.get(frame.n);
    asked.delete(frame.n);
    answer?.(frame);
  }

  function begin(): void {
    letGo();
    const fresh = options.open();
    socket = fresh;
    wait(silenceMs, lose);
    fresh.onclose = lose;
    fresh.onopen = () => {
      n += 1;
      helloNumber = n;
      say({ t: 'hello', n, v: protocolVersion, ...options.hello() });
    };
    fresh.onmessage = ({ data }) => {
      const frame = readFrame(data);
      if (frame !== undefined) take(frame);
    };
  }

  function end(): void {
    hasEnded = true;
    stopTimer();
    lose();
  }

  begin();
  return {
    ask(request) {
      if (!isIn) return Promise.resolve(unavailable);
      n += 1;
      const number = n;
      return new Promise((resolve) => {
        asked.set(number, resolve);
        say({ ...request, n: number });
      });
    },
    typing(sid, state) {
      if (isIn) say({ t: 'typing', sid, state });
    },
    signal({ sid, media, to }, data) {
      if (!isIn) return false;
      const isKnown = routes.get(media) === to;
      routes.set(media, to);
      say({ t: 'signal', media, ...(isKnown ? {} : { sid, to }), data });
      return true;
    },
    again: lose,
    end,
  };
}
