import { serveXivo, type RunningServer } from '../node.js';
import type { XivoServiceOptions } from '../xivo/options.js';
import type { LogEntry } from '../xivo/serviceLog.js';
import type { XivoCall } from '../xivo/xivoCall.js';
import { xivoService, type XivoService } from '../xivo/xivoService.js';
import { fakeMetrics, type FakeMetrics } from './fakeMetrics.js';
import { httpAsk, type HttpAnswer } from './httpAsk.js';
import { sampleNow, sampleRequest } from './samples.js';
import { virtualClock, type VirtualClock } from './virtualClock.js';

/** A service at work on a real port, and what it wrote down. */
export interface OpenService {
  readonly service: XivoService;
  readonly server: RunningServer;
  readonly url: string;
  readonly log: LogEntry[];
  readonly metrics: FakeMetrics;
  readonly clock: VirtualClock;
  /** What `onCall` was asked. */
  readonly calls: XivoCall[];
  /** Posts as a browser on the agent desktop would, unless told otherwise. */
  post(body?: object | string | Uint8Array, headers?: Record<string, string>): Promise<HttpAnswer>;
}

/** The agent desktop's origin in tests. */
export const desktop = 'https://agents.example.com';
/** The origin of the host's pages in tests. */
export const crm = 'https://crm.example.com';

const open: RunningServer[] = [];

/** Ends what tests opened; for `afterEach`. */
export async function closeServices(): Promise<void> {
  await Promise.all(open.splice(0).map((server) => server.close()));
}

/** Starts a service on a free port, with a clock of its own. */
export async function openService(
  options: Partial<XivoServiceOptions> & { onAnswer?: XivoServiceOptions['onCall'] } = {},
): Promise<OpenService> {
  const { onAnswer = () => ({ action: 'none' as const }), ...given } = options;
  const log: LogEntry[] = [];
  const calls: XivoCall[] = [];
  const clock = virtualClock(sampleNow);
  const metrics = fakeMetrics();
  const service = xivoService({
    origins: [desktop],
    pages: [crm],
    log: (entry) => log.push(entry),
    clock,
    metrics,
    ...given,
    onCall(call, context) {
      calls.push(call);
      return onAnswer(call, context);
    },
  });
  const server = await serveXivo(service, { port: 0 });
  open.push(server);
  return {
    service,
    server,
    url: server.url,
    log,
    metrics,
    clock,
    calls,
    post(body = sampleRequest(), headers = {}) {
      const bytes = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
      const all = { origin: desktop, 'content-type': 'application/json', ...headers };
      return httpAsk(server.url, { method: 'POST', headers: all, body: bytes });
    },
  };
}
