import { memoryEvents, redisEvents, xivoService } from '@offhook/server';
import { nodeHandler } from '@offhook/server/node';
import { demoAnswer, type Asker, type WantedAnswer } from './demoAnswer.js';
import { listen } from './listen.js';
import { originsOf, servicePort } from './origins.js';
import type { Ports } from './ports.js';

export interface DemoServiceOptions {
  readonly ports: Ports;
  /** What somebody told the simulator to have answered in a session. */
  readonly answerFor: (session: string) => WantedAnswer | undefined;
  /** Where nodes share their events; this process's memory unless given. */
  readonly redisUrl?: string | undefined;
}

/** Starts the web service that XiVO's desktop and our softphones' pages ask, and gives back what stops it. */
export async function startDemoService({
  ports,
  answerFor,
  redisUrl,
}: DemoServiceOptions): Promise<() => Promise<void>> {
  const origins = originsOf(ports);
  const service = xivoService({
    origins: [origins.desktop, origins.launcher, origins.twin],
    pages: [origins.launcher, origins.twin],
    channel: channelOf,
    events: redisUrl === undefined ? memoryEvents() : redisEvents({ url: redisUrl }),
    onCall(_call, { channel, paneUrl }) {
      const asker = askerOf(channel);
      return demoAnswer({ asker, wanted: answerFor(asker.session), origins, paneUrl });
    },
  });
  try {
    const stop = await listen(nodeHandler(service), servicePort(ports));
    return async () => {
      service.drain();
      await stop();
      await service.close();
    };
  } catch (error) {
    await service.close();
    throw error;
  }
}

const kinds = { desktop: 'desktop:', page: 'page:' } as const;

/** Who asks, as a channel: what softphones' pages ask is no news to those who watch the agents' desktop. */
function channelOf({ searchParams }: URL): string {
  const kind = searchParams.get('from') === 'page' ? kinds.page : kinds.desktop;
  return `${kind}${searchParams.get('session') || 'demo'}`;
}

function askerOf(channel: string): Asker {
  const page = channel.startsWith(kinds.page);
  return { page, session: channel.slice((page ? kinds.page : kinds.desktop).length) };
}
