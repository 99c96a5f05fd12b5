import { type Stored } from './sessionLog.js';

/** What an append has written, as Redis tells all nodes. */
export interface RedisNews {
  /** How many records there were before. */
  readonly before: number;
  readonly records: readonly { readonly stream: string; readonly record: Stored }[];
}

const fields = 5;

/** Reads news, or nothing when it is none of ours. */
export function readNews(text: string): RedisNews | undefined {
  const parts = read(text);
  if (parts === undefined) return undefined;
  const before = Number(parts[0]);
  const records: { stream: string; record: Stored }[] = [];
  for (let at = 1; at < parts.length; at += fields) {
    const [stream, seq, id, time, data] = parts.slice(at, at + fields);
    if (stream === undefined || id === undefined || data === undefined) return undefined;
    records.push({ stream, record: { seq: Number(seq), id, time: Number(time), data } });
  }
  return Number.isSafeInteger(before) ? { before, records } : undefined;
}

function read(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value) || !value.every((part) => typeof part === 'string')) return undefined;
    return value;
  } catch {
    return undefined;
  }
}
