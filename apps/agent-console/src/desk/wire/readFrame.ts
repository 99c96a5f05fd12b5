import type { AgentFrame, RefusalCode } from '@offhook/livechat';
import { readDesk, readPastChat } from './readDesk.js';
import { readEntry, type DeskEntry } from './readEntry.js';
import { readIceServer } from './readMedia.js';
import { readAgentRef } from './readRefs.js';
import { isBit, isCount, isFields, isOneOf, isText, listOf, maybe, type Fields } from './shape.js';

/** What the server tells, as this page has read it. */
export type DeskFrame =
  | Exclude<AgentFrame, { readonly t: 'entries' }>
  | { readonly t: 'entries'; readonly sid: string; readonly entries: readonly DeskEntry[] };

const refusals: readonly RefusalCode[] = [
  'BadRequest',
  'Forbidden',
  'NoSuchChat',
  'UnOpenedSessionNotAllowed',
  'TooMany',
  'Unavailable',
  'NoSuchAgent',
  'WrongState',
  'NotConnected',
];

const readers: {
  readonly [T in DeskFrame['t']]: (fields: Fields) => DeskFrame | undefined;
} = {
  welcome({ n, now, agent: who }) {
    const agent = readAgentRef(who);
    return isCount(n) && isText(now) && agent ? { t: 'welcome', n, v: 1, now, agent } : undefined;
  },
  ok: ({ n, sid, seq, time, chats, ice }) =>
    isCount(n)
      ? {
          t: 'ok',
          n,
          ...maybe('sid', sid, isText),
          ...maybe('seq', seq, isCount),
          ...maybe('time', time, isText),
          ...(Array.isArray(chats) ? { chats: listOf(chats, readPastChat) } : {}),
          ...(Array.isArray(ice) ? { ice: listOf(ice, readIceServer) } : {}),
        }
      : undefined,
  // A code of tomorrow is a refusal all the same.
  no: ({ n, code, text, retryAfterMs }) =>
    isCount(n)
      ? {
          t: 'no',
          n,
          code: isOneOf(refusals, code) ? code : 'WrongState',
          ...maybe('text', text, isText),
          ...maybe('retryAfterMs', retryAfterMs, isCount),
        }
      : undefined,
  desk: readDesk,
  entries: ({ sid, entries }) =>
    isText(sid) ? { t: 'entries', sid, entries: listOf(entries, readEntry) } : undefined,
  // What it says is read by whom it is for.
  signal: ({ sid, media, from, data }) =>
    isText(sid) && isText(media) && isText(from) ? { t: 'signal', sid, media, from, data } : undefined,
  typing: ({ sid, state, name }) =>
    isText(sid) && isBit(state) ? { t: 'typing', sid, state, ...maybe('name', name, isText) } : undefined,
};

/** Reads a frame; `undefined` for what is none, or is none of ours. */
export function readFrame(text: unknown): DeskFrame | undefined {
  if (!isText(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isFields(value)) return undefined;
  const { t } = value;
  return isText(t) && Object.hasOwn(readers, t) ? readers[t as DeskFrame['t']](value) : undefined;
}
