import { OffhookError, type ConnectorContext, type ConnectorLink, type Report } from '@offhook/core';
import type { Tabs } from '@offhook/tabs';
import { captchaOf, createCaptchas } from './captchas.js';
import type { ChatPage } from './channel/chatPage.js';
import { chatRegistry } from './chatRegistry.js';
import { withSid, type ChatLink } from './chatLink.js';
import { refusal } from './codes.js';
import { connectionWatch } from './connectionWatch.js';
import { createDoing } from './doing.js';
import { giveCommand } from './giveCommand.js';
import { createOpening } from './opening.js';
import { createMedia } from './media/createMedia.js';
import { keptMedia } from './media/keptMedia.js';
import { isMediaSlot, readMediaEvent } from './media/mediaEvent.js';
import type { ScreenOptions, VideoOptions } from './media/mediaOptions.js';
import { mediaScripts } from './media/mediaScripts.js';
import { streamBook } from './media/streams.js';
import { below, type EncryptDetails, type ScriptIntegrity } from './options.js';
import { readEvent } from './readEvent.js';
import { createRejections } from './rejections.js';
import type { SidPosition } from './slotArguments.js';
import { createStarting } from './starting.js';
import { createTalking } from './talking.js';
import { report, trackedChat } from './trackedChat.js';
import { createTranslator } from './translate.js';
import { ended } from './translateLife.js';
import type { TranslateContext } from './translateContext.js';
import { twinNotices } from './twinNotices.js';
import { createUploads } from './uploads.js';
import { vendorLoader } from './vendorLoader.js';
import { vendorLog } from './vendorLog.js';
import { createWaiters } from './waiters.js';

/** What the connector was made with. */
export interface LinkOptions {
  readonly id: string;
  readonly host: URL;
  readonly page: ChatPage;
  readonly multi: boolean;
  readonly session: string | undefined;
  readonly atOnce: boolean;
  readonly tabs: Tabs | undefined;
  readonly encrypt: EncryptDetails | undefined;
  readonly autoClose: boolean;
  readonly commPath: string;
  readonly sidPosition: SidPosition;
  readonly video: VideoOptions;
  readonly screen: ScreenOptions;
  readonly integrity: ScriptIntegrity;
  readonly nonce: string | undefined;
  readonly loadMs: number;
  readonly fetch: typeof fetch;
  readonly trace: ((message: string) => void) | undefined;
}

/** Speaks with the vendor's script: hands its events to `translate`, and the client's commands to the parts. */
export function linkChat(context: ConnectorContext, options: LinkOptions): ConnectorLink {
  const { clock, ids } = context;
  const { id, host, page, multi, session, atOnce, autoClose, sidPosition, trace = context.trace } = options;
  const closing = new AbortController();
  const chats = chatRegistry(multi);
  const waiters = createWaiters(clock);
  const newId = (): string => ids.next();
  const memoryKey = `offhook.tetherfi.${id}`;
  const sessionKey = `${memoryKey}.session`;
  let online = true;
  const isTwin = twinNotices(clock);
  const log = vendorLog(() => loader.api);

  function commit(reports: readonly Report[]): void {
    context.emit(reports);
    log(reports);
  }

  const emit: ChatLink['emit'] = (reports) => {
    if (closing.signal.aborted || reports.length === 0) return;
    commit(reports);
    watch.changed();
    media.changed();
  };

  const rejections = createRejections(clock, emit);

  const loader = vendorLoader({
    ...options,
    clock,
    trace,
    hear,
    onForeign(slot) {
      const text = `The page has assigned livechat.${slot}, which Offhook listens to. It is still called; better use the client's events.`;
      emit([{ type: 'error', error: new OffhookError('invalid-state', text) }]);
    },
    told: (trouble) => watch.told(trouble),
  });

  const link: ChatLink = {
    ...options,
    clock,
    newId,
    emit,
    trace,
    chats,
    waiters,
    load: () => loader.load(),
    newChat: (clientId) => chats.add(trackedChat({ now: () => clock.now(), newId }, { clientId })),
    closed: closing.signal,
  };

  const opening = createOpening(link);
  const captchas = createCaptchas(link);
  const start = createStarting(link, opening, captchas);
  const doing = createDoing(link, captchas);
  const talking = createTalking(
    link,
    { name: `tetherfi:${id}:${session ?? ''}`, tabs: options.tabs, ids },
    () => online,
  );
  const uploads = createUploads({
    emit,
    newId,
    upload: (chat, file) => loader.api?.call('uploadFiles', ...withSid(link, chat, page.fileList([file]))),
  });

  const later = (act: () => void): void =>
    queueMicrotask(() => {
      if (!closing.signal.aborted) act();
    });

  const media = createMedia({
    ...link,
    video: options.video,
    screen: options.screen,
    scripts: mediaScripts({ ...options, ...link }),
    streams: streamBook(),
    kept: keptMedia(page.memory, memoryKey),
    api: () => loader.api,
    later,
    sidOf: (chat) => chat.sid ?? chat.session ?? (multi ? undefined : page.memory.read(sessionKey)),
  });

  const translation: TranslateContext = {
    chats,
    multi,
    clock,
    newId,
    emit,
    remembered: () => page.memory.read(memoryKey),
    later,
    fileUrl(name, chat) {
      try {
        const url: unknown = loader.api?.call('prepareDownloadURL', ...withSid(link, chat, name));
        const whole = typeof url === 'string' && URL.canParse(url, host) ? new URL(url, host) : undefined;
        // What the script says becomes a link: nothing but the web's own addresses do.
        return whole && /^https?:$/.test(whole.protocol) ? whole.href : undefined;
      } catch {
        return undefined;
      }
    },
    onSession(chat) {
      if (chat.sid === undefined && !multi) page.memory.write(sessionKey, chat.session);
    },
    onAttached(chat) {
      if (chat.sid === undefined && !multi) page.memory.write(memoryKey, chat.local);
      talking.attached(chat);
    },
    onEnded(chat) {
      page.memory.write(memoryKey, undefined);
      page.memory.write(sessionKey, undefined);
      uploads.stop(chat, 'The chat ended before the file was there.');
      talking.ended(chat);
      media.ended(chat);
    },
  };
  const translator = createTranslator(translation);

  function hear(slot: string, args: readonly unknown[]): void {
    if (closing.signal.aborted) return;
    if (isMediaSlot(slot)) return hearMedia(slot, args);
    const event = readEvent(slot, args, multi, sidPosition);
    if (!event) return rejections.add('malformed');
    trace(slot);
    if (isTwin(slot, event)) return;
    if (event.type === 'server') {
      online = event.online;
      watch.heard(online);
    }
    const own = uploads.see(event);
    emit(translator.take(event, own || (event.type === 'uploaded' && event.own === true)));
    waiters.tell(event);
    if (event.type === 'fault') void faulted(event.code).catch(() => {});
    if (event.type === 'captcha') void renewShown().catch(() => {});
  }

  function hearMedia(slot: string, args: readonly unknown[]): void {
    const event = readMediaEvent(slot, args);
    if (!event) return rejections.add('malformed');
    trace(slot);
    media.hear(event);
  }

  /** The vendor's own fault (rows T-159, T-160). A page that lost its part opens it again; else the chat is to be ended. */
  async function faulted(code: string): Promise<void> {
    emit([{ type: 'error', error: refusal(code) }]);
    if (code === 'UnOpenedSessionNotAllowed') return void (await opening.ask());
    for (const chat of chats.live) {
      try {
        loader.api?.call('End', ...withSid(link, chat, code));
      } catch {
        trace('End failed');
      }
      emit(ended(translation, chat, { initiator: 'lib', reason: code, byAgent: false }));
    }
    waiters.look();
  }

  /** Another text was made: whoever shows an image loads it anew (row T-171). */
  async function renewShown(): Promise<void> {
    const shown = chats.all.find(({ state, captcha }) => state === 'failed' && captcha !== undefined);
    if (shown?.captcha === undefined) return;
    const captcha = captchaOf(await captchas.address(await loader.load()), shown.captcha);
    if (captcha && shown.state === 'failed') emit([report(shown, { captcha })]);
  }

  const watch = connectionWatch({
    url: below(host, 'status', { session }),
    fetch: options.fetch,
    clock,
    emit: commit,
    busy: () => chats.live.length > 0,
    async prepare() {
      if (!atOnce) return;
      await loader.load();
      // Whatever comes of it shows in the chat.
      if (!opening.asked) void opening.open().catch(() => {});
    },
  });

  const leaveLife = page.onLife((lives) => {
    if (loader.leavesByItself || !autoClose || !loader.api || chats.live.length === 0) return;
    if (lives) void opening.ask().catch(() => {});
    else closeAll();
  });

  function closeAll(): void {
    try {
      if (chats.live.some(({ attached }) => attached)) loader.api?.call('Close');
    } catch {
      trace('Close failed');
    }
  }

  const parts = { chats, opening, start, talking, doing, uploads, media };
  return {
    send: (command, _call, chat) => giveCommand(parts, command, chat),
    close() {
      if (closing.signal.aborted) return;
      if (autoClose) closeAll();
      closing.abort();
      leaveLife();
      for (const chat of chats.all) chat.cancelTyping();
      for (const part of [watch, rejections, talking, uploads, media, waiters, loader]) part.close();
    },
  };
}
