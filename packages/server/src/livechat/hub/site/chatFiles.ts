import type { Entry, FileRef } from '@offhook/livechat';
import { entryOf } from '../feed/entryOf.js';
import { streams } from '../streams.js';
import { LogError } from '../../log/logError.js';
import { type Uploader } from '../chatHub.js';
import { type Room } from './room.js';

/** `a.pdf`, then `a (2).pdf` (P-18). */
function numbered(name: string, number: number): string {
  if (number === 1) return name;
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return `${stem} (${number})${end}`;
}

/** Names a file so that no other of its chat has the name, and writes it to the chat: once, however often it is told. Rejects as the log does. */
export async function addFile(
  room: Room,
  sid: string,
  by: 'c' | 'a',
  file: FileRef,
  who: Uploader,
): Promise<Entry> {
  const { log } = room;
  const ttl = room.settings().retentionMs;
  for (let number = 1; ; number += 1) {
    const name = numbered(file.name, number);
    const key = nameKey(room, sid, name);
    const isOwn = (await log.swap(key, undefined, file.id, ttl)) || (await log.value(key)) === file.id;
    if (!isOwn) continue;
    const named: FileRef = { id: file.id, name, size: file.size, type: file.type };
    const stream = streams.chat(room.name, sid);
    const data = JSON.stringify({ type: 'file', by, file: named, ...who });
    try {
      const written = await log.append([{ stream, records: [{ id: file.id, data }] }]);
      const { seq = 0, time = 0 } = written[0]?.[0] ?? {};
      return entryOf({ seq, id: file.id, time, data });
    } catch (error) {
      // Where the store was away it may have been written: then the name is the file's.
      if (error instanceof LogError && error.code === 'closed') await log.swap(key, file.id, undefined, ttl);
      throw error;
    }
  }
}

const nameKey = (room: Room, sid: string, name: string): string => `file:${room.name}:${sid}:${name}`;

/** The file of this name in a chat. */
export async function fileNamed(room: Room, sid: string, name: string): Promise<FileRef | undefined> {
  for (const entry of await room.feeds.read(sid, 0))
    if (entry.type === 'file' && entry.file.name === name) return entry.file;
  return undefined;
}
