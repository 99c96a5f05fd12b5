import { fields, text, type Fields } from '../read.js';
import { decodeText } from './decodeText.js';

/** One record of a chat, as `Session.trans` and earlier chats have it (rows T-60 to T-62), with the text decoded. */
export interface VendorRecord {
  readonly type: 'msg' | 'connect' | 'disconnect';
  /** Of a `msg`. */
  readonly by?: 'customer' | 'agent' | undefined;
  readonly text?: string | undefined;
  /** Of the others: the agent's. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** When the server accepted it, in milliseconds. */
  readonly at?: number | undefined;
  /** The message's own id and place in the chat, where the script tells them. */
  readonly messageId?: string | undefined;
  readonly seq?: number | undefined;
}

/** An agent of a chat. `index`: how many records came before (P-8). */
export interface VendorAgent {
  readonly id: string;
  readonly name: string;
  readonly index?: number | undefined;
}

/** A chat that goes on, as the vendor hands it to a page that opens it (rows T-54 to T-59). */
export interface VendorSession {
  readonly sid?: string | undefined;
  readonly clientId?: string | undefined;
  readonly seq?: number | undefined;
  readonly agents: readonly VendorAgent[];
  readonly records: readonly VendorRecord[];
  /** What no record is of, and our script tells beside them. */
  readonly files: readonly VendorFile[];
  readonly apps: readonly VendorApp[];
}

/** What the script tells of one message beside its text. Only ours does; the documented events have the text alone. */
export interface Stamp {
  readonly id?: string | undefined;
  readonly seq?: number | undefined;
  readonly at?: number | undefined;
}

/** A file that was uploaded whole (row T-172). */
export interface VendorFile extends Stamp {
  readonly name: string;
  readonly size?: number | undefined;
  readonly type?: string | undefined;
  readonly by?: 'customer' | 'agent' | undefined;
  readonly author?: string | undefined;
}

/** What one side's app said to the other's (rows T-72, T-162). */
export interface VendorApp extends Stamp {
  readonly by: 'customer' | 'agent';
  /** The agent's, of an agent's. */
  readonly author?: string | undefined;
  /** What the customer's page called it. */
  readonly kind?: string | undefined;
  readonly data: unknown;
}

const longest = 100_000;

/** A text as people write it, which may be long. */
export const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= longest ? value : undefined;

/** An id: some text or a number, as vendors have it either way. */
export const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value && value.length <= 512 ? value : undefined;
};

/** A whole number, also as text. */
export const count = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
};

/** Yes or no, also as text or as 0 and 1. */
export const flag = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 1 || value === '1') return true;
  return value === 'false' || value === 0 || value === '0' ? false : undefined;
};

const latest = 8_640_000_000_000_000;

/** A moment in milliseconds: of ISO 8601 text, or of a number of milliseconds. The vendor's document leaves it open. */
export function moment(value: unknown): number | undefined {
  const plain = typeof value === 'string' && /^\d{10,16}$/.test(value) ? Number(value) : value;
  const at = typeof plain === 'string' && plain.length <= 64 ? Date.parse(plain) : plain;
  return typeof at === 'number' && at >= 0 && at <= latest ? at : undefined;
}

/** What text holds as JSON, or the value itself. Never throws. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > longest * 10) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** Data as JSON holds it, a copy; of what is none, or is nothing, or is a flood, nothing. Never throws. */
export function plainData(value: unknown): unknown {
  if (value === null || typeof value === 'function') return undefined;
  try {
    const json = JSON.stringify(value) as string | undefined;
    const plain: unknown = json !== undefined && json.length <= longest ? JSON.parse(json) : undefined;
    return plain ?? undefined;
  } catch {
    return undefined;
  }
}

const most = 10_000;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, most) : []);

function readRecord(value: unknown): VendorRecord | undefined {
  const { type, by, msg, id, name, time, seq }: Fields = fields(value);
  const at = moment(time);
  if (type === 'msg') {
    const encoded = words(msg);
    if (encoded === undefined || (by !== 'c' && by !== 'a')) return undefined;
    const who = by === 'c' ? 'customer' : 'agent';
    return {
      type,
      by: who,
      text: decodeText(encoded),
      at,
      messageId: idOf(id),
      seq: count(seq),
      name: text(name),
    };
  }
  if (type !== 'connect' && type !== 'disconnect') return undefined;
  return { type, id: idOf(id), name: text(name), at, seq: count(seq) };
}

/** The records of a chat, in order; what is none is left out. */
const readRecords = (trans: unknown): readonly VendorRecord[] =>
  list(trans).flatMap((each) => readRecord(each) ?? []);

function readAgent(value: unknown): VendorAgent | undefined {
  const { id, name, index } = fields(value);
  const [known, called] = [idOf(id), text(name)];
  if (known === undefined && called === undefined) return undefined;
  return { id: known ?? String(called), name: called ?? String(known), index: count(index) };
}

/** A message's own id, place and time, where they are told. */
export const stamp = (id: unknown, seq: unknown, time: unknown): Stamp => ({
  id: idOf(id),
  seq: count(seq),
  at: moment(time),
});

/** A file, under whichever names its facts come: the document says what is told, and not how. */
export function readFile(response: unknown): VendorFile | undefined {
  const file = fields(unpacked(response));
  const { by, id, seq, time, agent } = file;
  const named = file['fileName'] ?? file['filename'];
  const name = text(named ?? file['name']);
  if (name === undefined) return undefined;
  return {
    ...stamp(id, seq, time),
    name,
    size: count(file['fileSize'] ?? file['filesize'] ?? file['size']),
    type: text(file['fileType'] ?? file['filetype'] ?? file['type']),
    by: by === 'a' ? 'agent' : by === 'c' ? 'customer' : undefined,
    author: text(agent) ?? (named === undefined ? undefined : text(file['name'])),
  };
}

function readApp(value: unknown): VendorApp | undefined {
  const { by, name, type, data: given, id, seq, time } = fields(value);
  const data = plainData(given);
  if (data === undefined || (by !== 'c' && by !== 'a')) return undefined;
  const side = by === 'c' ? 'customer' : 'agent';
  return { ...stamp(id, seq, time), by: side, author: text(name), kind: text(type), data };
}

function readSession(value: unknown): VendorSession | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { agents, trans, sid, clientId, seq, files, apps } = fields(value);
  // An object that has neither is none of the vendor's.
  if (!Array.isArray(trans) && !Array.isArray(agents)) return undefined;
  return {
    sid: idOf(sid),
    clientId: idOf(clientId),
    seq: count(seq),
    agents: list(agents).flatMap((each) => readAgent(each) ?? []),
    records: readRecords(trans),
    files: list(files).flatMap((each) => readFile(each) ?? []),
    apps: list(apps).flatMap((each) => readApp(each) ?? []),
  };
}

/** The chats that `OnOpenSuccess` brings: one, or with multi-chat a list (rows T-54, T-187). */
export function readSessions(value: unknown): readonly VendorSession[] | undefined {
  const given = unpacked(value);
  const sessions = (Array.isArray(given) ? list(given) : [given]).flatMap((each) => readSession(each) ?? []);
  // Where there is none the vendor says so by a code.
  return sessions.length > 0 ? sessions : undefined;
}

/** An earlier chat of the same customer. */
export interface PastChat {
  readonly id: string;
  readonly records: readonly VendorRecord[];
}

/** The earlier chats that `OnHistoryReceived` brings. Its shape is nowhere said: chats, one chat, or bare records. */
export function readHistory(value: unknown): readonly PastChat[] | undefined {
  const given = unpacked(value);
  if (typeof given === 'string') {
    const said = words(given);
    return said === undefined
      ? undefined
      : [{ id: 'past-1', records: [{ type: 'msg', by: 'customer', text: said }] }];
  }
  if (typeof given !== 'object' || given === null) return undefined;
  const all = Array.isArray(given) ? list(given) : [given];
  const bare = readRecords(all);
  if (bare.length > 0) return [{ id: 'past-1', records: bare }];
  return all.flatMap((each, index) => {
    const { sid, id, trans } = fields(each);
    const records = readRecords(trans);
    return records.length > 0 ? [{ id: idOf(sid) ?? idOf(id) ?? `past-${index + 1}`, records }] : [];
  });
}
