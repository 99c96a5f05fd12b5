import { fileURLToPath, pathToFileURL } from 'node:url';
import type { EntryBody } from '@offhook/livechat';
import type * as liveChat from '@offhook/server/livechat';
import type { KeptAt } from './world.js';

const built = fileURLToPath(new URL('../../../../packages/server/dist/livechat.js', import.meta.url));

export interface LogLine {
  readonly seq: number;
  readonly id: string;
  /** When it was accepted, in ms. */
  readonly time: number;
  readonly entry: EntryBody;
}

/** Reads a chat where it is kept, past any node. */
export async function readLog(at: KeptAt, site: string, sid: string): Promise<readonly LogLine[]> {
  const { openLog } = (await import(pathToFileURL(built).href)) as typeof liveChat;
  const log = await openLog({ ...at, tell: () => undefined });
  try {
    const lines: LogLine[] = [];
    for (;;) {
      const records = await log.read(`chat:${site}:${sid}`, lines.at(-1)?.seq ?? 0);
      if (records.length === 0) return lines;
      for (const { seq, id, time, data } of records)
        lines.push({ seq, id, time, entry: JSON.parse(data) as EntryBody });
    }
  } finally {
    await log.close();
  }
}
