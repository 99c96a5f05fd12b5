import { randomBytes } from 'node:crypto';
import { systemClock } from '../clock.js';
import { memoryEvents } from '../events/memoryEvents.js';
import { promMetrics } from '../metrics/promMetrics.js';
import { channelReader } from './channelReader.js';
import { corsPolicy } from './corsPolicy.js';
import { fetchHandler } from './fetchHandler.js';
import type { XivoServiceOptions } from './options.js';
import { serviceCore, type ServiceCore } from './serviceCore.js';
import { serviceLog } from './serviceLog.js';
import type { ServiceParts } from './serviceParts.js';
import { serviceRoutes } from './serviceRoutes.js';
import { tickets } from './tickets.js';
import { tokenReader } from './tokenReader.js';

/** The web service that an agent desktop asks about each call. */
export interface XivoService {
  /** Answers a standard request. */
  fetch(request: Request): Promise<Response>;
  /** Where it is: `/xivo` unless the options say otherwise. */
  readonly path: string;
  /** Whether a path, such as `/xivo/events`, is the service's. */
  serves(path: string): boolean;
  /** Ends the streams (browsers resume elsewhere), and says `503` to `/readyz` from now on. Requests are still answered. */
  drain(): void;
  /** Drains, and lets go of the event log. */
  close(): Promise<void>;
  /** For the adapters of this package. */
  readonly core: ServiceCore;
}

const mostBytes = 1_048_576;

function secretOf(given: string | undefined): string | Uint8Array {
  if (given === undefined) return randomBytes(32);
  if (given.length >= 32) return given;
  throw new TypeError('The secret is too short. Give 32 random characters at least, the same on all nodes.');
}

function pathOf(given: string): string {
  if (/^(\/[\w.~-]+)+$/.test(given)) return given;
  throw new TypeError('The path has to begin with a slash and end without one: /xivo');
}

/**
 * The web service that a XiVO agent desktop asks about each call that rings (`THIRD_PARTY_URL`), and tells of each login
 * (`THIRD_PARTY_LOGIN_URL`). It checks what comes, asks `onCall` once a call and agent, and tells browsers by server-sent
 * events. A handler of standard requests; `@offhook/server/node`, `/express` and `/fastify` serve it.
 *
 * @throws TypeError for options that can't be right: an origin that isn't exact, a short secret, a key that is none
 * @example
 * const service = xivoService({
 *   origins: ['https://agents.example.com'],
 *   onCall: (call, { paneUrl }) => ({ action: 'open', url: paneUrl(`https://crm.example.com/?number=${call.caller}`) }),
 * });
 */
export function xivoService(options: XivoServiceOptions): XivoService {
  const clock = options.clock ?? systemClock;
  const metrics = options.metrics ?? promMetrics();
  const log = serviceLog(options.log, clock);
  const events = options.events ?? memoryEvents({ clock, onArrival: (...of) => metrics.arrived?.(...of) });
  const path = pathOf(options.path ?? '/xivo');
  let closing = false;

  const parts: ServiceParts = {
    options,
    clock,
    log,
    metrics,
    events,
    tokens: tokenReader(options.key, clock),
    tickets: tickets(secretOf(options.secret), options.ticketMs ?? 600_000, clock),
    desktops: corsPolicy({
      origins: options.origins,
      methods: 'POST, OPTIONS',
      headers: 'Origin, X-Requested-With, Content-Type, Accept',
    }),
    pages: corsPolicy({
      origins: options.pages ?? [],
      methods: 'GET, POST, OPTIONS',
      headers: 'Authorization, Content-Type, Last-Event-ID',
    }),
    limits: { bytes: mostBytes, ms: options.bodyMs ?? 5_000 },
    channelOf: channelReader(options.channel),
  };
  const routes = serviceRoutes(parts, path, () => closing);
  const core = serviceCore(parts, routes);

  function drain(): void {
    closing = true;
    core.streams.endAll();
  }

  return {
    fetch: fetchHandler(core),
    path,
    serves: (asked) => routes.has(asked),
    drain,
    async close() {
      drain();
      await events.close();
    },
    core,
  };
}
