import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ChatMetrics } from './chatMetrics.js';

/** Options of `promChatMetrics`. */
export interface PromChatMetricsOptions {
  /** Where the figures are registered; a new registry unless given. */
  readonly registry?: Registry;
  /** Whether the process's own figures (memory, event loop, garbage) are among them: `true` unless given. */
  readonly process?: boolean;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30];
const people = { c: 'customer', a: 'agent' } as const;

/**
 * A live chat's figures for Prometheus. Labels have few values, whatever clients do, and no chat or person is among them.
 *
 * - `offhook_chat_requests_total` by `route` and `status`; `offhook_chat_request_duration_seconds` by `route`
 * - `offhook_chat_connections` by `who`: sockets and event streams that are open here
 * - `offhook_chat_frames_total` by `direction` and `who`; `offhook_chat_slow_total`: connections that read too slowly
 * - `offhook_chat_starts_total` by `outcome`; `offhook_chat_ends_total` and `offhook_chat_messages_total` by `by`
 * - `offhook_chat_conflicts_total`: desk decisions that another node was faster with
 * - `offhook_chat_uploads_total`, `offhook_chat_uploaded_bytes_total`
 */
export function promChatMetrics({
  registry = new Registry(),
  process = true,
}: PromChatMetricsOptions = {}): Required<ChatMetrics> {
  if (process) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <Label extends string>(
    name: string,
    help: string,
    ...labelNames: Label[]
  ): Counter<Label> => new Counter({ name: `offhook_chat_${name}_total`, help, labelNames, registers });
  const requests = counter('requests', 'Requests that were answered.', 'route', 'status');
  const frames = counter('frames', 'Frames of pages and agents.', 'direction', 'who');
  const slows = counter('slow', 'Connections that were given up, as they read too slowly.');
  const starts = counter('starts', 'Starts, by what came of them.', 'outcome');
  const ends = counter('ends', 'Chats that ended, by who did it.', 'by');
  const messages = counter('messages', 'Messages that were kept.', 'by');
  const conflicts = counter('conflicts', 'Desk decisions that another node was faster with.');
  const uploads = counter('uploads', 'Files that were uploaded whole.');
  const uploadedBytes = counter('uploaded_bytes', 'Bytes of the files that were uploaded whole.');
  const durations = new Histogram({
    name: 'offhook_chat_request_duration_seconds',
    help: 'How long answers took.',
    labelNames: ['route'],
    buckets: seconds,
    registers,
  });
  function gauge(name: string, help: string): Gauge<'who'> {
    const made = new Gauge({ name: `offhook_chat_${name}`, help, labelNames: ['who'], registers });
    for (const who of Object.values(people)) made.labels(who).set(0);
    return made;
  }
  const connections = gauge('connections', 'Sockets and event streams that are open here.');
  const greeted = gauge('pages', 'Pages and agents that the hub talks with here.');
  // Made once: to look labels up is most of the cost of counting.
  const frameCounters = {
    in: { c: frames.labels('in', people.c), a: frames.labels('in', people.a) },
    out: { c: frames.labels('out', people.c), a: frames.labels('out', people.a) },
  };

  return {
    answered(route, status, ms) {
      requests.labels(route, String(status)).inc();
      durations.labels(route).observe(ms / 1_000);
    },
    connection: (who, change) => connections.labels(people[who]).inc(change),
    connected: (who, change) => greeted.labels(people[who]).inc(change),
    frame: (direction, who) => frameCounters[direction][who].inc(),
    slow: () => slows.inc(),
    uploaded(bytes) {
      uploads.inc();
      uploadedBytes.inc(bytes);
    },
    started: (outcome) => starts.labels(outcome).inc(),
    message: (by) => messages.labels(people[by]).inc(),
    ended: (by) => ends.labels(by).inc(),
    conflict: () => conflicts.inc(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
