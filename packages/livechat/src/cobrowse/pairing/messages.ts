import { bool, json, list, object, oneOf, text, whole } from '../../link/read.js';
import type { MediaChat } from '../../media/mediaPort.js';
import type { MediaMember, MediaSession } from '../../media/foldMedia.js';
import { readIceServers } from '../../media/readIceServers.js';
import { readSignal } from '../../media/readSignal.js';
import type { IceServer, MediaEndWhy, MediaStep, MediaWants } from '../../wire/media.js';
import type { Signal } from '../../wire/signal.js';

/** The channel that windows of one origin find each other on. */
export const channelName = 'offhook.cobrowse';

/** What the other window says to the chat's. `host` is the chat page's seat; a `hello` is to all of them. */
export type ToHost = { readonly guest: string } & (
  | { readonly t: 'hello' }
  | {
      readonly t: 'step';
      readonly host: string;
      readonly n: number;
      readonly sid: string;
      readonly media: string;
      readonly step: MediaStep;
    }
  | {
      readonly t: 'signal';
      readonly host: string;
      readonly sid: string;
      readonly media: string;
      readonly to: string;
      readonly data: Signal;
    }
  | { readonly t: 'ice'; readonly host: string; readonly n: number }
  | { readonly t: 'ended'; readonly host: string; readonly sid: string; readonly media: string }
  | {
      readonly t: 'slog';
      readonly host: string;
      readonly type: 'info' | 'warn' | 'error';
      readonly unit: string;
      readonly msg: string;
    }
);

/** What the chat's window says to the other. */
export type ToGuest = { readonly guest: string; readonly host: string } & (
  | {
      readonly t: 'state';
      readonly up: boolean;
      readonly site?: string;
      readonly buffered: number;
      readonly chats: readonly MediaChat[];
    }
  | {
      readonly t: 'signal';
      readonly sid: string;
      readonly media: string;
      readonly from: string;
      readonly data: unknown;
    }
  | { readonly t: 'ok'; readonly n: number; readonly ice?: readonly IceServer[] }
  | { readonly t: 'no'; readonly n: number; readonly code: string }
);

const mark = 'cobrowse/1';

/** As it is posted: text, so that windows hand each other nothing that lives. */
export const written = (message: ToHost | ToGuest): string => JSON.stringify({ offhook: mark, ...message });

function marked(value: unknown): Record<string, unknown> | undefined {
  const message = typeof value === 'string' ? object(json(value)) : undefined;
  return message?.offhook === mark ? message : undefined;
}

const short = (value: unknown): string | undefined => {
  const given = text(value);
  return given !== undefined && given !== '' && given.length <= 200 ? given : undefined;
};

const whys = [
  'hung-up',
  'declined',
  'unanswered',
  'no-permission',
  'no-device',
  'lost',
  'failed',
  'left',
] as const;
const wantNames = ['audio', 'video', 'dom', 'screen', 'pointer', 'annotate'] as const;

function readWants(value: unknown): MediaWants {
  const given = object(value);
  return Object.fromEntries(
    wantNames.flatMap((name) => (bool(given?.[name]) === true ? [[name, true]] : [])),
  );
}

function readStep(value: unknown): MediaStep | undefined {
  const step = object(value);
  switch (step?.step) {
    case 'ask':
      return step.kind === 'cobr' ? { step: 'ask', kind: 'cobr', wants: readWants(step.wants) } : undefined;
    case 'join':
      return { step: 'join' };
    case 'end': {
      const why: MediaEndWhy | undefined = oneOf(step.why, whys);
      return why === undefined ? undefined : { step: 'end', why };
    }
    default:
      return undefined;
  }
}

/** What a window of the chat's own origin, or of one that it names, has said; undefined for anything else. */
export function readToHost(value: unknown): ToHost | undefined {
  const message = marked(value);
  const guest = short(message?.guest);
  if (message === undefined || guest === undefined) return undefined;
  if (message.t === 'hello') return { t: 'hello', guest };
  const host = short(message.host);
  if (host === undefined) return undefined;
  const n = whole(message.n);
  const sid = short(message.sid);
  const media = short(message.media);
  switch (message.t) {
    case 'step': {
      const step = readStep(message.step);
      if (n === undefined || sid === undefined || media === undefined || step === undefined) return undefined;
      return { t: 'step', guest, host, n, sid, media, step };
    }
    case 'signal': {
      const to = short(message.to);
      const data = readSignal(message.data);
      if (sid === undefined || media === undefined || to === undefined || data === undefined)
        return undefined;
      return { t: 'signal', guest, host, sid, media, to, data };
    }
    case 'ice':
      return n === undefined ? undefined : { t: 'ice', guest, host, n };
    case 'ended':
      return sid === undefined || media === undefined ? undefined : { t: 'ended', guest, host, sid, media };
    case 'slog': {
      const type = oneOf(message.type, ['info', 'warn', 'error'] as const);
      const unit = short(message.unit);
      const msg = text(message.msg)?.slice(0, 500);
      if (type === undefined || unit === undefined || msg === undefined) return undefined;
      return { t: 'slog', guest, host, type, unit, msg };
    }
    default:
      return undefined;
  }
}

function readMember(value: unknown): MediaMember | undefined {
  const seat = short(object(value)?.seat);
  return seat === undefined ? undefined : { seat };
}

function readSession(value: unknown): MediaSession | undefined {
  const session = object(value);
  const media = short(session?.media);
  const state = oneOf(session?.state, ['asked', 'on', 'ended'] as const);
  if (session === undefined || media === undefined || state === undefined) return undefined;
  const customer = readMember(session.customer);
  const agent = readMember(session.agent);
  const endedBy = oneOf(session.endedBy, ['c', 'a', 's'] as const);
  const why = oneOf(session.why, whys);
  return {
    media,
    state,
    kind: 'cobr',
    askedBy: 'c',
    askedAt: text(session.askedAt) ?? '',
    wants: readWants(session.wants),
    ...(customer === undefined ? {} : { customer }),
    ...(agent === undefined ? {} : { agent }),
    ...(endedBy === undefined ? {} : { endedBy }),
    ...(why === undefined ? {} : { why }),
  };
}

function readChat(value: unknown): readonly MediaChat[] {
  const chat = object(value);
  const sid = short(chat?.sid);
  const connected = bool(chat?.connected);
  if (sid === undefined || connected === undefined) return [];
  const cobr = readSession(object(chat?.media)?.cobr);
  return [{ sid, clientId: short(chat?.clientId), connected, media: cobr === undefined ? {} : { cobr } }];
}

/** What the chat's window has said; undefined for anything else. */
export function readToGuest(value: unknown): ToGuest | undefined {
  const message = marked(value);
  const guest = short(message?.guest);
  const host = short(message?.host);
  if (message === undefined || guest === undefined || host === undefined) return undefined;
  const to = { guest, host };
  const n = whole(message.n);
  switch (message.t) {
    case 'state': {
      const up = bool(message.up);
      const site = short(message.site);
      if (up === undefined) return undefined;
      return {
        ...to,
        t: 'state',
        up,
        ...(site === undefined ? {} : { site }),
        buffered: whole(message.buffered) ?? 0,
        chats: (list(message.chats) ?? []).flatMap(readChat),
      };
    }
    case 'signal': {
      const sid = short(message.sid);
      const media = short(message.media);
      const from = short(message.from);
      if (sid === undefined || media === undefined || from === undefined) return undefined;
      return { ...to, t: 'signal', sid, media, from, data: message.data };
    }
    case 'ok':
      if (n === undefined) return undefined;
      return {
        ...to,
        t: 'ok',
        n,
        ...(message.ice === undefined ? {} : { ice: readIceServers(message.ice) }),
      };
    case 'no': {
      const code = short(message.code);
      return n === undefined || code === undefined ? undefined : { ...to, t: 'no', n, code };
    }
    default:
      return undefined;
  }
}
