import { Failure } from '../../http/failure.js';
import { foldMedia, type MediaSessions } from '../../media/foldMedia.js';
import type { IncomingSignal, MediaPort } from '../../media/mediaPort.js';
import type { Entry } from '../../wire/entry.js';
import type { MediaStep } from '../../wire/media.js';
import type { Signal } from '../../wire/signal.js';
import type { VirtualClock } from '../../testing/virtualClock.js';

const agent = { id: 'ada', name: 'Ada' };

/** One chat with an agent, as a media port has it, and the agent's side to play. */
export interface FakePort {
  readonly port: MediaPort;
  readonly api: Record<string, unknown>;
  /** Steps of the customer's, in order. */
  readonly steps: readonly MediaStep[];
  readonly media: string;
  readonly sent: readonly { readonly to: string; readonly data: Signal }[];
  readonly emitted: readonly (readonly [string, readonly unknown[]])[];
  readonly logged: readonly string[];
  readonly reported: readonly unknown[];
  connected: boolean;
  shown: boolean;
  refuse: string | undefined;
  bytes: number;
  page: string;
  link(up: boolean): void;
  /** A step of the agent's, from its seat. */
  agent(step: MediaStep, seat?: string): void;
  says(data: unknown, from?: string): void;
  /** The page shows the chat no more, which goes on. */
  leaveChat(): void;
  /** The chat ends. */
  chatEnds(): void;
}

export function fakePort(clock: VirtualClock, sid = 'sid1'): FakePort {
  let sessions: MediaSessions = {};
  let seq = 0;
  let media = '';
  let up = true;
  const watchers = new Set<(sid: string) => void>();
  const hearers = new Set<(signal: IncomingSignal) => void>();
  const links = new Set<(up: boolean) => void>();
  const steps: MediaStep[] = [];
  const sent: { to: string; data: Signal }[] = [];
  const emitted: [string, readonly unknown[]][] = [];
  const logged: string[] = [];
  const reported: unknown[] = [];
  const api: Record<string, unknown> = {};
  const add = <T>(set: Set<T>, item: T) => {
    set.add(item);
    return () => void set.delete(item);
  };
  const append = (body: object): void => {
    seq += 1;
    const entry = { ...body, seq, id: `e${seq}`, time: new Date(clock.now()).toISOString() } as Entry;
    sessions = foldMedia(sessions, entry);
    for (const watcher of [...watchers]) watcher(sid);
  };
  const fake: FakePort = {
    api,
    steps,
    sent,
    emitted,
    logged,
    reported,
    get media() {
      return media;
    },
    connected: true,
    shown: true,
    refuse: undefined,
    bytes: 0,
    page: 'page1',
    link(next) {
      up = next;
      for (const told of [...links]) told(next);
    },
    agent: (step, seat = 'seat1') => append({ type: 'media', media, by: 'a', seat, agent, ...step }),
    says(data, from = 'seat1') {
      for (const hearer of [...hearers]) hearer({ sid, media, from, data });
    },
    leaveChat() {
      fake.shown = false;
      for (const watcher of [...watchers]) watcher(sid);
    },
    chatEnds: () => append({ type: 'end', by: 'agent' }),
    port: {
      version: 1,
      mode: 'single',
      get page() {
        return fake.page;
      },
      site: undefined,
      chats: () =>
        fake.shown ? [{ sid, clientId: undefined, connected: fake.connected, media: sessions }] : [],
      watch: (listener) => add(watchers, listener),
      async step(_sid, of, step) {
        await Promise.resolve();
        if (fake.refuse !== undefined) throw new Failure(fake.refuse);
        media = of;
        steps.push(step);
        append({ type: 'media', media, by: 'c', seat: fake.page, ...step });
      },
      signal(_sid, _media, to, data) {
        if (up) sent.push({ to, data });
        return up;
      },
      onSignal: (listener) => add(hearers, listener),
      onLink: (listener) => add(links, listener),
      get up() {
        return up;
      },
      buffered: () => fake.bytes,
      ice: async () => [{ urls: 'stun:server.example' }],
      define: (members) => void Object.assign(api, members),
      emit: (slot, args) => void emitted.push([slot, args]),
      slog: (type, unit, msg) => void logged.push(`${type} ${unit} ${msg}`),
      report: (error) => void reported.push(error),
    },
  };
  return fake;
}
