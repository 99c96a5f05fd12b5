import type { Env } from '../boot/env.js';
import { asFailure } from '../http/failure.js';
import { showCaptcha, type Picture } from '../http/captcha.js';
import { createServerLog } from '../http/serverLog.js';
import { createOpening, closedCode } from '../session/opening.js';
import { createRoom } from '../session/room.js';
import { createTalking } from '../session/talking.js';
import { createUploads } from '../session/uploads.js';
import { address } from '../http/urls.js';
import { createEmit } from './emit.js';
import { createMediaPort, endOwnMedia } from './createMediaPort.js';
import { eventShapes, type EventName, type Mode } from './events.js';
import { type functionShapes, idOf, named, textOf } from './functions.js';
import type { LiveChatApi } from './liveChatApi.js';

/** What the page's coming and going does to an API object. */
export interface Lifecycle {
  /** The page is left, perhaps to be shown again from the browser's cache. */
  leave(): void;
  /** It is shown again. */
  back(): void;
  /** Timers may have slept, or the network may be back. */
  wake(): void;
}

// The handler of one says what the other's would: the last one set wins (rows T-150, T-151).
const notices = { slot: 'OnSystemNotification', synonym: 'OnCallbackAutoRegistered' } as const;

/** A rejection that nobody looks at is nobody's fault. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/**
 * Makes one API object. It goes over the network when it is first used.
 *
 * @example const { api } = createApi(env, 'single'); api.OnOpenFailed = (code) => …; api.Open();
 */
export function createApi(
  env: Env,
  mode: Mode,
): { readonly api: LiveChatApi; readonly lifecycle: Lifecycle } {
  const slots = Object.fromEntries(Object.keys(eventShapes).map((name) => [name, null])) as Record<
    EventName,
    unknown
  >;
  const emit = createEmit(slots, mode, env);
  const room = createRoom(env, mode, emit);
  const opening = createOpening(room);
  const talking = createTalking(room);
  const uploads = createUploads(room);
  const log = createServerLog(env);
  let reopen = false;
  let reconnect = false;

  const call = (name: keyof typeof functionShapes, args: readonly unknown[]): ReturnType<typeof named> =>
    named(name, mode, args);
  const captcha = (reset: boolean) => (img: Picture) => showCaptcha(env, room.access, room.page, img, reset);

  const functions: Omit<LiveChatApi, EventName | typeof notices.synonym> = {
    autoClose: true,
    GetAccessToken(onSuccess, onerror) {
      const tell = (listener: unknown, value: unknown): void => {
        try {
          if (typeof listener === 'function') Reflect.apply(listener, undefined, [value]);
        } catch (error) {
          env.report(error);
        }
      };
      void room.access.token().then(
        (token) => tell(onSuccess, token),
        (error: unknown) => tell(onerror, asFailure(error)),
      );
    },
    Start(...args) {
      const { details, bot, clientId } = call('Start', args);
      opening.start(details, textOf(bot), idOf(clientId));
    },
    Open: () => opening.open(),
    Close(...args) {
      const sid = idOf(call('Close', args).sid);
      endOwnMedia(room, sid);
      opening.close(sid);
    },
    End(...args) {
      const { reason, sid } = call('End', args);
      return quiet(talking.end(textOf(reason), idOf(sid)));
    },
    SendMessage(...args) {
      const { msg, sid, id } = call('SendMessage', args);
      return quiet(talking.send(textOf(msg) ?? '', idOf(sid), idOf(id)));
    },
    SendAppMessage(...args) {
      const { type, obj, sid, id } = call('SendAppMessage', args);
      return quiet(talking.app(textOf(type) ?? '', obj, idOf(sid), idOf(id)));
    },
    NotifyTypingStateChange(...args) {
      const { state, sid } = call('NotifyTypingStateChange', args);
      talking.typing(state, idOf(sid));
    },
    RequestCallback(...args) {
      const { contact, sid } = call('RequestCallback', args);
      return quiet(talking.callback(textOf(contact) ?? '', idOf(sid)));
    },
    setCaptchaImage: captcha(false),
    resetCaptchaImage: captcha(true),
    setCaptchalImage: captcha(false),
    resetCaptchalImage: captcha(true),
    slog: (type, unit, msg) => log.write(textOf(type) ?? '', textOf(unit) ?? '', textOf(msg) ?? ''),
    prepareDownloadURL: (fileName, sid) => uploads.downloadUrl(textOf(fileName) ?? '', idOf(sid)),
    uploadFiles: (files, sid) => quiet(uploads.upload(Array.from(files), idOf(sid))),
    CreateCampaignContact: (data) => quiet(talking.campaign(data)),
  };
  const api = Object.assign(slots, functions);
  Object.defineProperty(api, notices.synonym, {
    configurable: true,
    enumerable: true,
    get: () => api[notices.slot],
    set: (handler: unknown) => void (api[notices.slot] = handler),
  });
  createMediaPort(api, room, log);

  const lifecycle: Lifecycle = {
    leave() {
      log.leave();
      reconnect = room.link.wanted;
      if (api.autoClose) {
        const token = room.access.last;
        reopen = room.chats.all().length > 0 || room.claims.open;
        if (opening.inside && token !== undefined)
          env.beacon(address(env, 'close', { page: room.page }), token);
        opening.abandon();
        room.link.refuseAll(closedCode);
      }
      room.link.rest();
    },
    back() {
      if (reconnect) room.link.connect();
      if (reopen) opening.open();
      reopen = false;
      reconnect = false;
    },
    wake: () => room.link.wake(),
  };
  return { api: api as LiveChatApi, lifecycle };
}
