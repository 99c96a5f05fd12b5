import { type EventLog, type EventType } from '../events/eventLog.js';
import { memoryEvents } from '../events/memoryEvents.js';
import { redisEvents } from '../events/redisEvents.js';
import { promMetrics } from '../metrics/promMetrics.js';
import { serveXivo, type RunningServer } from '../node.js';
import { type XivoServiceOptions } from '../xivo/options.js';
import { xivoService } from '../xivo/xivoService.js';
import { openTemplate } from './openTemplate.js';
import { type Settings } from './readSettings.js';

/** Answers each call with the page that `--open` names, or with `none`. */
function answerBy({ open, title }: Pick<Settings, 'open' | 'title'>): XivoServiceOptions['onCall'] {
  if (open === undefined) return () => ({ action: 'none' });
  const addressOf = openTemplate(open);
  return (call, { paneUrl }) => ({
    action: 'open',
    event: 'EventRinging',
    url: paneUrl(addressOf(call)),
    ...(title === undefined ? {} : { title }),
  });
}

/** A log in Redis; of its failures one line a second is told at most. */
function sharedLog(
  url: string,
  tell: (line: string) => void,
  onArrival: (type: EventType, lagMs: number) => void,
): EventLog {
  let toldAt = -Infinity;
  return redisEvents({
    url,
    onArrival,
    onFailure(reason) {
      const now = performance.now();
      if (now - toldAt < 1_000) return;
      toldAt = now;
      tell(`Redis: ${reason}`);
    },
  });
}

/** Starts what the settings ask for, and tells what it serves, without any secret. */
export async function startServer(settings: Settings, tell: (line: string) => void): Promise<RunningServer> {
  const { origins, pages, path, port, host, redisUrl, key, secret, open } = settings;
  const metrics = promMetrics();
  const events =
    redisUrl === undefined
      ? memoryEvents({ onArrival: metrics.arrived })
      : sharedLog(redisUrl, tell, metrics.arrived);
  let server: RunningServer;
  try {
    const service = xivoService({
      onCall: answerBy(settings),
      origins,
      pages,
      path,
      metrics,
      events,
      ...(key === undefined ? {} : { key }),
      ...(secret === undefined ? {} : { secret }),
    });
    server = await serveXivo(service, { port, host });
  } catch (error) {
    await events.close();
    throw error;
  }
  const list = (all: readonly string[]): string => (all.length === 0 ? 'none' : all.join(', '));
  const { url } = server;
  tell(`Service         ${url}`);
  tell(`Logins          ${url}/login?login=%{login}&token=%{token}&xivoccHost=%{xivocchost}`);
  tell(`Events          ${url}/events`);
  tell(`Probes          ${new URL('/healthz', url).href}, /readyz, /metrics`);
  tell(`Agent desktops  ${list(origins)}`);
  tell(`Pages           ${list(pages)}`);
  tell(`Opens           ${open ?? 'nothing'}`);
  tell(
    `Log             ${redisUrl === undefined ? 'in memory: for one node' : `Redis at ${new URL(redisUrl).host}`}`,
  );
  tell(`Tokens          ${key === undefined ? 'not verified (no OFFHOOK_XIVO_KEY)' : 'verified'}`);
  if (redisUrl !== undefined && secret === undefined) {
    tell('No OFFHOOK_XIVO_SECRET: tickets of this node are good at no other.');
  }
  return server;
}
