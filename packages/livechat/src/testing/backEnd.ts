import type { HttpResponse, WireEvents, WireSocket } from '../boot/env.js';
import type { CustomerFrame, CustomerRequest, LogLine } from '../index.js';
import { createDesk, type Desk } from './desk.js';
import { virtualClock, type VirtualClock } from './virtualClock.js';

// A frame that is to be overtaken comes late, but it comes: also where no other follows it.
const lateMs = 1_000;

/** What becomes of a frame on its way to a page. */
export type Fate = 'pass' | 'twice' | 'swap' | 'junk' | 'cut';

/** A cookie jar. */
export interface Jar {
  cookie: string | undefined;
  readonly keeps: boolean;
}

interface Connection {
  readonly on: WireEvents;
  page: string | undefined;
  alive: boolean;
  late: CustomerFrame | undefined;
}

/** A request over HTTP that came in. */
export interface HttpCall {
  readonly path: string;
  readonly params: URLSearchParams;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A back end in the test's own process: the wire protocol over HTTP, sockets and event streams that a test can break. */
export interface BackEnd {
  readonly clock: VirtualClock;
  readonly desk: Desk;
  readonly http: HttpCall[];
  readonly beacons: { readonly url: string; readonly body: string }[];
  readonly lines: LogLine[];
  readonly network: {
    /** Nothing gets through, and everything says so. */
    down: boolean;
    sockets: boolean;
    latencyMs: number;
    fate: (frame: CustomerFrame) => Fate;
    /** What HTTP answers in place of the back end, by path. */
    readonly status: Map<string, number>;
  };
  /** Holds all traffic, both ways, while connections look alive. */
  silent(held: boolean): void;
  /** Breaks all connections. */
  cut(): void;
  /** Makes the token of a web session worthless, as a chat's end does. */
  spendToken(web: string): void;
  fetch(jar: Jar, url: string, init: RequestInit): Promise<HttpResponse>;
  openSocket(jar: Jar, url: string, on: WireEvents): WireSocket;
  openEvents(jar: Jar, url: string, on: WireEvents): { close(): void };
  beacon(jar: Jar, url: string, body: string): boolean;
  /** How many connections there were, by kind. */
  readonly opened: { sockets: number; streams: number };
}

/** Starts a back end on a clock of its own. */
export function startBackEnd(): BackEnd {
  const clock = virtualClock();
  const desk = createDesk(() => clock.now());
  const connections = new Set<Connection>();
  const links = new Map<string, { told: CustomerFrame[]; answers: CustomerFrame[] | undefined }>();
  const tokens = new Map<string, number>();
  let webs = 0;
  let held: (() => void)[] | undefined;

  const tokenOf = (web: string): string => `token-${web}-${tokens.get(web) ?? 0}`;
  const soon = (run: () => void): void =>
    void clock.setTimeout(() => {
      if (held === undefined) run();
      else held.push(run);
    }, backEnd.network.latencyMs);

  function send(connection: Connection, text: string): void {
    soon(() => {
      if (connection.alive) connection.on.text(text);
    });
  }

  function overtaken(connection: Connection): void {
    const { late } = connection;
    connection.late = undefined;
    if (late !== undefined) send(connection, JSON.stringify(late));
  }

  function deliver(connection: Connection, frame: CustomerFrame): void {
    const fate = backEnd.network.fate(frame);
    if (fate === 'cut') {
      breakOff(connection);
      return;
    }
    if (fate === 'swap' && connection.late === undefined) {
      connection.late = frame;
      clock.setTimeout(() => {
        if (connection.late === frame) overtaken(connection);
      }, lateMs);
      return;
    }
    if (fate === 'junk') send(connection, '{"t":"entr');
    send(connection, JSON.stringify(frame));
    if (fate === 'twice') send(connection, JSON.stringify(frame));
    overtaken(connection);
  }

  function breakOff(connection: Connection): void {
    if (!connection.alive) return;
    connection.alive = false;
    connections.delete(connection);
    if (connection.page !== undefined) {
      desk.lost(connection.page);
      links.delete(connection.page);
    }
    soon(() => connection.on.lost());
  }

  function greet(
    jar: Jar,
    asked: CustomerRequest,
    answer: (frame: CustomerFrame) => void,
  ): string | undefined {
    if (asked.t !== 'hello') return undefined;
    const web = jar.cookie;
    if (web === undefined || asked.token !== tokenOf(web)) {
      answer({ t: 'no', n: asked.n, code: web === undefined ? 'CookiesDisabled' : 'Forbidden' });
      return undefined;
    }
    for (const older of connections) if (older.page === asked.page) older.page = undefined;
    return web;
  }

  function post(
    jar: Jar,
    page: string,
    token: string | undefined,
    asked: CustomerRequest,
  ): [number, unknown] {
    const answers: CustomerFrame[] = [];
    if (token !== tokenOf(jar.cookie ?? '')) return [403, { error: { code: 'Forbidden', message: 'token' } }];
    if (asked.t === 'hello') {
      const web = greet(jar, asked, (frame) => answers.push(frame));
      if (web === undefined) return [200, answers];
      const link = { told: [] as CustomerFrame[], answers: undefined as CustomerFrame[] | undefined };
      links.set(page, link);
      desk.connect(web, page, (frame) => {
        const stream = [...connections].find((one) => one.page === page);
        if (link.answers !== undefined) link.answers.push(frame);
        else if (stream === undefined) link.told.push(frame);
        else deliver(stream, frame);
      });
    }
    const link = links.get(page);
    if (link === undefined) return [409, { error: { code: 'hello-first', message: 'hello first' } }];
    link.answers = answers;
    desk.ask(page, asked);
    link.answers = undefined;
    return [200, answers];
  }

  function respond(jar: Jar, call: HttpCall): [number, unknown] {
    const status = backEnd.network.status.get(call.path);
    if (status !== undefined) return [status, { error: { code: `Code${status}`, message: 'so be it' } }];
    switch (call.path) {
      case 'visit': {
        const cookies = jar.cookie !== undefined;
        if (jar.keeps) jar.cookie ??= `w${(webs += 1)}`;
        return [200, { cookies, captcha: false, multi: 5, now: '' }];
      }
      case 'token':
        if (jar.cookie === undefined)
          return [403, { error: { code: 'CookiesDisabled', message: 'no cookie' } }];
        return [200, { token: tokenOf(jar.cookie), expiresAt: '' }];
      case 'log':
        backEnd.lines.push(...(JSON.parse(String(call.body)) as LogLine[]));
        return [204, undefined];
      case 'frames':
        return post(
          jar,
          call.params.get('page') ?? '',
          call.headers['x-offhook-token'],
          JSON.parse(String(call.body)) as CustomerRequest,
        );
      case 'upload':
        return [200, {}];
      default:
        return [404, {}];
    }
  }

  const pathOf = (url: string): string => new URL(url).pathname.replace('/tetherfi/livechat/', '');

  const backEnd: BackEnd = {
    clock,
    desk,
    http: [],
    beacons: [],
    lines: [],
    network: { down: false, sockets: true, latencyMs: 1, fate: () => 'pass', status: new Map() },
    opened: { sockets: 0, streams: 0 },
    silent(on) {
      const waiting = held ?? [];
      held = on ? waiting : undefined;
      if (!on) for (const run of waiting) run();
    },
    cut() {
      for (const connection of [...connections]) breakOff(connection);
    },
    spendToken: (web) => void tokens.set(web, (tokens.get(web) ?? 0) + 1),
    fetch: (jar, url, init) =>
      new Promise((resolve, reject) => {
        const call: HttpCall = {
          path: pathOf(url),
          params: new URL(url).searchParams,
          method: init.method ?? 'GET',
          headers: (init.headers ?? {}) as Record<string, string>,
          body: init.body,
        };
        init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        soon(() => {
          if (backEnd.network.down) {
            reject(new TypeError('Failed to fetch'));
            return;
          }
          backEnd.http.push(call);
          const [status, body] = respond(jar, call);
          soon(() => resolve({ ok: status < 300, status, json: async () => body }));
        });
      }),
    openSocket(jar, _url, on) {
      backEnd.opened.sockets += 1;
      const connection: Connection = { on, page: undefined, alive: true, late: undefined };
      if (backEnd.network.down || !backEnd.network.sockets) {
        connection.alive = false;
        soon(() => on.lost());
      } else {
        connections.add(connection);
        soon(() => {
          if (connection.alive) on.open();
        });
      }
      return {
        send(text) {
          soon(() => {
            if (!connection.alive) return;
            const asked = JSON.parse(text) as CustomerRequest;
            const web = greet(jar, asked, (frame) => deliver(connection, frame));
            if (web !== undefined && asked.t === 'hello') {
              connection.page = asked.page;
              desk.connect(web, asked.page, (frame) => {
                if (connection.alive) deliver(connection, frame);
              });
            }
            if (connection.page !== undefined) desk.ask(connection.page, asked);
          });
        },
        close() {
          if (connection.page !== undefined) desk.lost(connection.page);
          connection.alive = false;
          connections.delete(connection);
        },
        buffered: 0,
      };
    },
    openEvents(_jar, url, on) {
      backEnd.opened.streams += 1;
      const page = new URL(url).searchParams.get('page') ?? '';
      const connection: Connection = { on, page, alive: true, late: undefined };
      soon(() => {
        const link = links.get(page);
        if (backEnd.network.down || link === undefined) {
          on.lost();
          return;
        }
        connections.add(connection);
        on.open();
        for (const frame of link.told.splice(0)) deliver(connection, frame);
      });
      return {
        close() {
          connection.alive = false;
          connections.delete(connection);
        },
      };
    },
    beacon(jar, url, body) {
      backEnd.beacons.push({ url, body });
      soon(() => {
        if (pathOf(url) === 'log') backEnd.lines.push(...(JSON.parse(body) as LogLine[]));
        if (pathOf(url) === 'close' && jar.cookie !== undefined && body === tokenOf(jar.cookie))
          desk.closePage(new URL(url).searchParams.get('page') ?? '');
      });
      return true;
    },
  };
  return backEnd;
}
