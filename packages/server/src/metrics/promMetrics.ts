import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type EventType } from '../events/eventLog.js';
import { type Route, type ServiceMetrics } from './serviceMetrics.js';

let shared: Registry | undefined;

/** The process has one memory and one event loop, however many services it has. */
function processRegistry(): Registry {
  if (shared === undefined) {
    shared = new Registry();
    collectDefaultMetrics({ register: shared });
  }
  return shared;
}

/** Options of `promMetrics`. */
export interface PromMetricsOptions {
  /** Where the figures are registered, such as the registry of a host that has figures of its own; a new one unless given. */
  readonly registry?: Registry;
  /** Whether the process's own figures (memory, event loop, garbage) are in `text()` too: `true` unless given. */
  readonly process?: boolean;
}

const methods: Readonly<Record<Route, string>> = {
  call: 'POST',
  preflight: 'OPTIONS',
  login: 'GET',
  events: 'GET',
  context: 'GET',
  done: 'POST',
  health: 'GET',
  ready: 'GET',
  metrics: 'GET',
  other: 'any',
};

const requestSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const lagSeconds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/**
 * Figures for Prometheus. Labels are names of routes, never addresses: there are few, whatever clients ask for, and no call,
 * person or token is among them.
 *
 * - `offhook_requests_total` by `route`, `method`, `status`
 * - `offhook_request_duration_seconds` by `route`
 * - `offhook_calls_total` by `repeated`; `offhook_answers_failed_total` by `reason`
 * - `offhook_streams`: browsers that follow now
 * - `offhook_events_total` by `type`, and `offhook_event_lag_seconds`: how late they reach this node
 *
 * @example
 * const metrics = promMetrics();
 * const service = xivoService({ metrics, events: redisEvents({ url, onArrival: metrics.arrived }), onCall, origins });
 */
export function promMetrics({
  registry = new Registry(),
  process = true,
}: PromMetricsOptions = {}): Required<ServiceMetrics> {
  const registers = [registry];
  const ofProcess = process ? processRegistry() : undefined;
  const requests = new Counter({
    name: 'offhook_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'offhook_request_duration_seconds',
    help: 'How long answers took; for event streams, how long until they began.',
    labelNames: ['route'],
    buckets: requestSeconds,
    registers,
  });
  const calls = new Counter({
    name: 'offhook_calls_total',
    help: 'Calls that were asked about: for the first time, or repeated.',
    labelNames: ['repeated'],
    registers,
  });
  const failures = new Counter({
    name: 'offhook_answers_failed_total',
    help: 'Calls that the host gave no answer for that could be sent.',
    labelNames: ['reason'],
    registers,
  });
  const streams = new Gauge({ name: 'offhook_streams', help: 'Browsers that follow now.', registers });
  const events = new Counter({
    name: 'offhook_events_total',
    help: 'Events that reached this node.',
    labelNames: ['type'],
    registers,
  });
  const lag = new Histogram({
    name: 'offhook_event_lag_seconds',
    help: 'How long after they were written events reached this node.',
    buckets: lagSeconds,
    registers,
  });

  // Made once: to look labels up is most of the cost of counting.
  const counters = new Map<string, Counter.Internal>();
  const timers = new Map<Route, Histogram.Internal<'route'>>();
  const news = { true: calls.labels('false'), false: calls.labels('true') };

  function counterOf(route: Route, status: number): Counter.Internal {
    const name = `${route} ${status}`;
    const counter = counters.get(name) ?? requests.labels(route, methods[route], String(status));
    counters.set(name, counter);
    return counter;
  }

  function timerOf(route: Route): Histogram.Internal<'route'> {
    const timer = timers.get(route) ?? durations.labels(route);
    timers.set(route, timer);
    return timer;
  }

  return {
    answered(route, status, ms) {
      counterOf(route, status).inc();
      timerOf(route).observe(ms / 1_000);
    },
    failed: (reason) => failures.labels(reason).inc(),
    call: (first) => news[first ? 'true' : 'false'].inc(),
    stream: (change) => streams.inc(change),
    arrived(type: EventType, lagMs: number) {
      events.labels(type).inc();
      lag.observe(lagMs / 1_000);
    },
    async text() {
      const own = await registry.metrics();
      return ofProcess === undefined ? own : `${own}\n${await ofProcess.metrics()}`;
    },
    contentType: registry.contentType,
  };
}
