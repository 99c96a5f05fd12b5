import type { AgentRef, Entry, FileRef } from '../wire/entry.js';
import { bool, list, object, oneOf, text, whole } from './read.js';
import { readMedia } from './readMedia.js';

/** An entry whose body this script does not know or cannot trust: it has its number, and is shown to nobody. */
export interface OtherEntry {
  readonly type: 'other';
  readonly seq: number;
  readonly id: string;
  readonly time: string;
}

/** An entry as it was read. */
export type ReadEntry = Entry | OtherEntry;

const noticeCodes = [
  'ErrorInGetAgentDetails',
  'ErrorAgentDetails',
  'NoStaffedAgents',
  'QueueIsTooBig',
  'TimedOutInQueue',
  'InternalServerError',
] as const;

/** Reads an agent; undefined when it is none. */
export function readAgent(value: unknown): AgentRef | undefined {
  const agent = object(value);
  const id = text(agent?.id);
  const name = text(agent?.name);
  return id === undefined || name === undefined ? undefined : { id, name };
}

function readFile(value: unknown): FileRef | undefined {
  const file = object(value);
  const id = text(file?.id);
  const name = text(file?.name);
  const size = whole(file?.size);
  if (id === undefined || name === undefined || size === undefined) return undefined;
  return { id, name, size, type: text(file?.type) ?? '' };
}

function readBody(entry: Record<string, unknown>): object | undefined {
  const agent = readAgent(entry.agent);
  const by = oneOf(entry.by, ['c', 'a'] as const);
  const from = agent === undefined ? {} : { agent };
  switch (entry.type) {
    case 'msg': {
      const msg = text(entry.msg);
      return msg === undefined || by === undefined ? undefined : { by, msg, ...from };
    }
    case 'app': {
      const kind = text(entry.kind);
      return by === undefined
        ? undefined
        : { by, data: entry.data, ...(kind === undefined ? {} : { kind }), ...from };
    }
    case 'connect': {
      const how = oneOf(entry.how, ['accept', 'invite', 'transfer'] as const) ?? 'accept';
      return agent === undefined ? undefined : { agent, how };
    }
    case 'disconnect': {
      const how = oneOf(entry.how, ['leave', 'transfer', 'logout', 'lost', 'end'] as const) ?? 'leave';
      const said = text(entry.text);
      return agent === undefined ? undefined : { agent, how, ...(said === undefined ? {} : { text: said }) };
    }
    case 'file': {
      const file = readFile(entry.file);
      const page = text(entry.page);
      if (file === undefined || by === undefined) return undefined;
      return { by, file, ...from, ...(page === undefined ? {} : { page }) };
    }
    case 'callback': {
      const asker = oneOf(entry.by, ['c', 'a', 's'] as const);
      const ok = bool(entry.ok);
      return asker === undefined || ok === undefined ? undefined : { by: asker, ok };
    }
    case 'media': {
      const media = readMedia(entry);
      return media === undefined ? undefined : { ...media, ...from };
    }
    case 'notice': {
      const code = oneOf(entry.code, noticeCodes);
      return code === undefined ? undefined : { code };
    }
    case 'end': {
      const ender = oneOf(entry.by, ['client', 'agent', 'server'] as const) ?? 'server';
      const reason = text(entry.reason);
      return { by: ender, ...(reason === undefined ? {} : { reason }) };
    }
    default:
      return undefined;
  }
}

/** Reads one entry; undefined when it has no number, id or time, and so no place in the log. */
export function readEntry(value: unknown): ReadEntry | undefined {
  const entry = object(value);
  const seq = whole(entry?.seq);
  const id = text(entry?.id);
  const time = text(entry?.time);
  if (entry === undefined || seq === undefined || seq < 1 || id === undefined || time === undefined)
    return undefined;
  const place = { seq, id, time };
  const body = readBody(entry);
  if (body === undefined) return { type: 'other', ...place };
  return { type: entry.type, ...body, ...place } as Entry;
}

/** Reads entries; what has no place is left out. */
export function readEntries(value: unknown): readonly ReadEntry[] | undefined {
  return list(value)
    ?.map(readEntry)
    .filter((entry) => entry !== undefined);
}
