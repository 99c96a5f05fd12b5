import { type Clock } from '../../../clock.js';
import { type SessionLog } from '../../log/sessionLog.js';
import { streams } from '../streams.js';
import { type Room } from './room.js';
import { type Rooms } from './rooms.js';

const everyMs = 3_600_000;
const atOnce = 100;

/** Forgets chats that ended long ago. */
async function sweep(log: SessionLog, room: Room): Promise<void> {
  const before = room.now() - room.settings().retentionMs;
  const prefix = streams.chat(room.name, '');
  let old: string[] = [];
  for (const stream of await log.streams(prefix)) {
    if (room.state.chats.has(stream.slice(prefix.length))) continue;
    const last = await log.read(stream, Math.max(0, (await log.end(stream)) - 1), 1);
    if ((last[0]?.time ?? before) < before) old.push(stream);
    if (old.length < atOnce) continue;
    await log.forget(old);
    old = [];
  }
  if (old.length > 0) await log.forget(old);
}

/** Once an hour, each site's old chats are forgotten. @returns a function that ends it */
export function keepRetention(
  log: SessionLog,
  clock: Clock,
  rooms: Rooms,
  failed: (error: unknown) => void,
): () => void {
  let cancel = (): void => undefined;
  const again = (): void => {
    cancel = clock.setTimeout(() => {
      again();
      void (async () => {
        for (const room of rooms.all) await sweep(log, room);
      })().catch(failed);
    }, everyMs);
  };
  again();
  return () => cancel();
}
