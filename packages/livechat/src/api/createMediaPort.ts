import type { Env } from '../boot/env.js';
import { isLiveMedia } from '../media/foldMedia.js';
import { mediaPortKey, type MediaPort } from '../media/mediaPort.js';
import type { ServerLog } from '../http/serverLog.js';
import { insist } from '../session/insist.js';
import type { Room } from '../session/room.js';

/** Calls what a slot has; one that throws is reported and stops nothing. */
function callSlot(env: Pick<Env, 'report'>, api: object, slot: string, args: readonly unknown[]): void {
  try {
    const handler: unknown = Reflect.get(api, slot);
    if (typeof handler === 'function') Reflect.apply(handler, api, args);
  } catch (error) {
    env.report(error);
  }
}

/** Puts a media port on an API object, where the scripts for video and co-browsing look for it. */
export function createMediaPort(api: object, room: Room, log: Pick<ServerLog, 'write'>): MediaPort {
  const { chats, env, link } = room;
  // Where the signals of a session go is said once on each connection.
  const routes = new Map<string, string>();
  room.ups.add(() => routes.clear());

  const port: MediaPort = {
    version: 1,
    mode: room.mode,
    page: room.page,
    site: env.site,
    chats: () =>
      chats.all().map(({ sid, clientId, agents, media }) => ({
        sid,
        clientId,
        connected: agents.length > 0,
        media,
      })),
    watch: (listener) => room.changes.add(listener),
    async step(sid, media, step) {
      await insist(link, env.clock, { t: 'media', id: env.randomId(), sid, media, ...step });
    },
    signal(sid, media, to, data) {
      if (!link.up) return false;
      const route = `${sid} ${to}`;
      const known = routes.get(media) === route;
      routes.set(media, route);
      link.tell({ t: 'signal', media, ...(known ? {} : { sid, to }), data });
      return true;
    },
    onSignal: (listener) => room.signals.add(listener),
    onLink: (listener) => room.ups.add(listener),
    get up() {
      return link.up;
    },
    buffered: () => link.buffered,
    ice: async () => (await insist(link, env.clock, { t: 'ice' })).ice,
    define(members) {
      for (const [name, value] of Object.entries(members))
        if (!(name in api))
          Reflect.defineProperty(api, name, { value, writable: true, enumerable: true, configurable: true });
    },
    emit: (slot, args) => callSlot(env, api, slot, args),
    slog: (type, unit, msg) => log.write(type, unit, msg),
    report: (error) => env.report(error),
  };
  Object.defineProperty(api, mediaPortKey, { value: port });
  return port;
}

/** Ends what this page takes part in, in one chat or all: who leaves a chat cannot go on there. */
export function endOwnMedia(room: Room, sid: string | undefined): void {
  const { chats, env, link, page } = room;
  for (const chat of chats.all()) {
    if (sid !== undefined && chat.sid !== sid) continue;
    for (const session of Object.values(chat.media)) {
      if (!isLiveMedia(session) || session.customer?.seat !== page) continue;
      link.ask(
        { t: 'media', id: env.randomId(), sid: chat.sid, media: session.media, step: 'end', why: 'hung-up' },
        {
          ok: () => undefined,
          no: ({ code }) => env.note('info', 'Close', code),
        },
      );
    }
  }
}
