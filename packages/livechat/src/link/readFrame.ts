import type { FaultCode } from '../wire/codes.js';
import type { AgentRef } from '../wire/entry.js';
import type { PastChat } from '../wire/customer.js';
import { readIceServers } from '../media/readIceServers.js';
import type { IceServer } from '../wire/media.js';
import { protocolVersion } from '../wire/protocolVersion.js';
import { list, object, oneOf, text, texts, whole } from './read.js';
import { readAgent, readEntries, type ReadEntry } from './readEntry.js';

/** A chat as `open` answers it. */
export interface ReadView {
  readonly sid: string;
  readonly clientId: string | undefined;
  readonly seq: number;
  readonly entries: readonly ReadEntry[];
  readonly agents: readonly (AgentRef & { readonly index: number })[];
}

/** What `ok` says beside that it is so. */
export interface ReadAnswer {
  readonly chats: readonly ReadView[];
  readonly sid: string | undefined;
  readonly clientId: string | undefined;
  readonly seq: number | undefined;
  readonly time: string | undefined;
  readonly ice: readonly IceServer[];
  readonly resultCode: string | undefined;
  readonly resultMessage: string | undefined;
}

/** Which chat a frame is about. */
interface Whose {
  readonly sid: string;
  readonly clientId: string | undefined;
}

/** A frame that was looked at and is what it says. */
export type ReadFrame =
  | {
      readonly t: 'welcome';
      readonly n: number;
      readonly now: string;
      readonly on: readonly string[];
      readonly gone: readonly string[];
    }
  | { readonly t: 'ok'; readonly n: number; readonly answer: ReadAnswer }
  | {
      readonly t: 'no';
      readonly n: number;
      readonly code: string;
      readonly text: string | undefined;
      readonly retryAfterMs: number | undefined;
    }
  | (Whose & { readonly t: 'entries'; readonly entries: readonly ReadEntry[] })
  | (Whose & { readonly t: 'queue'; readonly position: number })
  | (Whose & { readonly t: 'typing'; readonly state: 0 | 1; readonly name: string | undefined })
  | (Whose & { readonly t: 'history'; readonly chats: readonly PastChat[] })
  | (Whose & { readonly t: 'signal'; readonly media: string; readonly from: string; readonly data: unknown })
  | { readonly t: 'captcha' }
  | { readonly t: 'fault'; readonly code: FaultCode };

/** Frames that are part of one chat. A signal is not: it goes past the chat, and nobody waits for it. */
export type ChatFrame = Exclude<Extract<ReadFrame, Whose>, { readonly t: 'signal' }>;

function readView(value: unknown): ReadView | undefined {
  const view = object(value);
  const sid = text(view?.sid);
  const seq = whole(view?.seq);
  const entries = readEntries(view?.entries);
  if (sid === undefined || seq === undefined || entries === undefined) return undefined;
  const agents = (list(view?.agents) ?? []).flatMap((item) => {
    const agent = readAgent(item);
    return agent === undefined ? [] : [{ ...agent, index: whole(object(item)?.index) ?? 0 }];
  });
  return { sid, clientId: text(view?.clientId), seq, entries, agents };
}

/** Earlier chats: their records are passed on as they are, for they are what the page's author knows. */
function readPast(value: unknown): readonly PastChat[] {
  return (list(value) ?? []).flatMap((item) => {
    const sid = text(object(item)?.sid);
    const trans = list(object(item)?.trans);
    if (sid === undefined || trans === undefined) return [];
    return [{ sid, trans: trans.filter((record) => object(record) !== undefined) as PastChat['trans'] }];
  });
}

/**
 * Reads a frame from the server; undefined for what is none, or one of a later protocol: it is passed over.
 *
 * @example readFrame({ t: 'queue', sid: 's1', position: 1 })
 */
export function readFrame(value: unknown): ReadFrame | undefined {
  const frame = object(value);
  if (frame === undefined) return undefined;
  const n = whole(frame.n);
  const sid = text(frame.sid);
  const whose = sid === undefined ? undefined : { sid, clientId: text(frame.clientId) };
  switch (frame.t) {
    case 'welcome':
      if (n === undefined || frame.v !== protocolVersion) return undefined;
      return {
        t: 'welcome',
        n,
        now: text(frame.now) ?? '',
        on: texts(frame.on) ?? [],
        gone: texts(frame.gone) ?? [],
      };
    case 'ok':
      if (n === undefined) return undefined;
      return {
        t: 'ok',
        n,
        answer: {
          chats: (list(frame.chats) ?? []).map(readView).filter((view) => view !== undefined),
          sid,
          clientId: text(frame.clientId),
          seq: whole(frame.seq),
          time: text(frame.time),
          ice: readIceServers(frame.ice),
          resultCode: text(frame.resultCode),
          resultMessage: text(frame.resultMessage),
        },
      };
    case 'no': {
      const code = text(frame.code);
      if (n === undefined || code === undefined) return undefined;
      return { t: 'no', n, code, text: text(frame.text), retryAfterMs: whole(frame.retryAfterMs) };
    }
    case 'entries': {
      const entries = readEntries(frame.entries);
      return whose === undefined || entries === undefined ? undefined : { t: 'entries', ...whose, entries };
    }
    case 'queue': {
      const position = whole(frame.position);
      return whose === undefined || position === undefined ? undefined : { t: 'queue', ...whose, position };
    }
    case 'typing': {
      const state = oneOf(frame.state, [0, 1] as const);
      if (whose === undefined || state === undefined) return undefined;
      return { t: 'typing', ...whose, state, name: text(frame.name) };
    }
    case 'history':
      return whose === undefined ? undefined : { t: 'history', ...whose, chats: readPast(frame.chats) };
    case 'signal': {
      const media = text(frame.media);
      const from = text(frame.from);
      if (whose === undefined || media === undefined || from === undefined) return undefined;
      return { t: 'signal', ...whose, media, from, data: frame.data };
    }
    case 'captcha':
      return { t: 'captcha' };
    case 'fault': {
      const code = oneOf(frame.code, ['UnOpenedSessionNotAllowed', 'InternalServerError'] as const);
      return code === undefined ? undefined : { t: 'fault', code };
    }
    default:
      return undefined;
  }
}
