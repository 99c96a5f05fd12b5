import type { ChatStreams } from '@offhook/core';
import { keyOf, type TrackedChat } from '../trackedChat.js';
import type { Reports } from '../translateContext.js';

const most = 16;

/** Whether this is a stream of audio or video: where the browser has a class for it, one of that. */
export const isStream = (value: unknown): value is MediaStream =>
  typeof MediaStream === 'undefined'
    ? typeof value === 'object' && value !== null && 'getTracks' in value
    : value instanceof MediaStream;

/** The streams that a callback brings (rows T-80, T-105); what is none is left out. Never throws. */
export const readStreams = (value: unknown): readonly MediaStream[] =>
  (Array.isArray(value) ? value.slice(0, most) : [value]).filter(isStream);

const none: readonly MediaStream[] = [];
const nothing: ChatStreams = { local: none, remote: none, screen: none };

const same = (one: readonly MediaStream[], other: readonly MediaStream[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);

/** The streams of each chat, as the client was told. */
export interface StreamBook {
  of(chat: TrackedChat): ChatStreams;
  /** Takes these for a chat's from now on; gives the report, where something changed. */
  put(chat: TrackedChat, streams: Partial<ChatStreams>): Reports;
  /** The chat is over: the client has forgotten them. */
  forget(chat: TrackedChat): void;
}

export function streamBook(): StreamBook {
  const told = new WeakMap<TrackedChat, ChatStreams>();
  const of = (chat: TrackedChat): ChatStreams => told.get(chat) ?? nothing;
  return {
    of,
    forget: (chat) => void told.delete(chat),
    put(chat, streams) {
      const before = of(chat);
      const next = { ...before, ...streams };
      const kinds = ['local', 'remote', 'screen'] as const;
      if (kinds.every((kind) => same(before[kind], next[kind]))) return [];
      told.set(chat, next);
      return [{ type: 'chat.streams', chat: keyOf(chat), streams: next }];
    },
  };
}

/** No camera or microphone stays on, whatever the vendor's script leaves running. Never throws. */
export function stopTracks(streams: readonly MediaStream[]): void {
  for (const stream of streams) {
    try {
      for (const track of stream.getTracks()) track.stop();
    } catch {
      continue;
    }
  }
}
