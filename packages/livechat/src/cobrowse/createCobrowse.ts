import { isLiveMedia } from '../media/foldMedia.js';
import type { MediaChat, MediaPort } from '../media/mediaPort.js';
import { randomMediaId } from '../media/randomMediaId.js';
import type { MediaWants } from '../wire/media.js';
import { readConfig, type CobrowseConfig } from './config/readConfig.js';
import { noControls, readControls, type ListedControls } from './privacy/controls.js';
import { captureScreen, stopTracks, whyNoStream } from './screen/captureScreen.js';
import type { CobrowseEnv } from './session/cobrowseEnv.js';
import { stateOf, type CobrEnd } from './session/cobrState.js';
import { createShowing, type Showing } from './session/createShowing.js';
import { createMemory } from './session/remembered.js';

/** Sends an app message into a chat, as the API object's own `SendAppMessage` does. */
export type Tell = (sid: string, kind: string, data: unknown) => void;

interface Settings {
  readonly config: CobrowseConfig;
  readonly listed: ListedControls;
  readonly pointer: boolean;
  readonly annotate: boolean;
}

/**
 * Adds the documented functions of co-browsing to an API object (rows T-90, T-113, T-114): `SetCobrConfigs`, `StartCobr`,
 * `EndCobr`, and tells its slot `OnCobrChanged`.
 *
 * @example whenApis(page, 'cobrowse', (port) => createCobrowse(env, port, tell));
 */
export function createCobrowse(env: CobrowseEnv, port: MediaPort, tell: Tell): void {
  const memory = createMemory(env.storage, port.site);
  let settings: Settings | undefined;
  let showing: Showing | undefined;
  /** Takes back the question for a screen that the browser asks just now. */
  let cancel: (() => void) | undefined;

  const warn = (unit: string) => (msg: string) => port.slog('warn', unit, msg);
  const release = (): void => {
    showing = undefined;
    env.lock.held = false;
  };
  const refuse = (wants: MediaWants, chat: Partial<MediaChat>, msg: string, end: CobrEnd): void => {
    warn('StartCobr')(msg);
    port.emit('OnCobrChanged', [chat.sid ?? '', stateOf(wants, 'ended', [], end), chat.clientId]);
  };
  const begin = (
    chat: MediaChat,
    media: string,
    wants: MediaWants,
    { config, listed }: Settings,
    how: { readonly stream?: MediaStream; readonly resumed?: boolean } = {},
  ): void => {
    env.lock.held = true;
    showing = createShowing({
      env,
      port,
      memory,
      config,
      listed,
      chat,
      media,
      wants,
      stream: how.stream,
      resumed: how.resumed === true,
      ended: release,
    });
  };

  /** Goes on with the session that this tab has shown before the page was loaded anew. */
  function resume(): void {
    const kept = memory.read();
    if (kept === undefined || settings === undefined || env.lock.held) return;
    const chat = port.chats().find(({ sid }) => sid === kept.sid);
    if (chat === undefined) return;
    memory.forget();
    const session = chat.media.cobr;
    if (!isLiveMedia(session) || session.media !== kept.media) return;
    if (kept.screen) {
      void port.step(kept.sid, kept.media, { step: 'end', why: 'lost' }).catch(() => undefined);
      const { wants } = session;
      port.emit('OnCobrChanged', [
        chat.sid,
        stateOf(wants, 'ended', [], { endedBy: 'c', why: 'lost' }),
        chat.clientId,
      ]);
      return;
    }
    const { pointer, annotate } = settings;
    const { wants } = session;
    const now = {
      ...wants,
      pointer: wants.pointer === true && pointer,
      annotate: wants.annotate === true && annotate,
    };
    begin(chat, kept.media, now, settings, { resumed: true });
  }

  const chatOf = (sid: unknown): MediaChat | undefined => {
    const chats = port.chats();
    if (typeof sid === 'string' && sid !== '')
      return chats.find((chat) => chat.sid === sid && chat.connected);
    const talking = chats.filter(({ connected }) => connected);
    return talking.length === 1 ? talking[0] : undefined;
  };

  async function capture(chat: MediaChat, wants: MediaWants, using: Settings): Promise<void> {
    let open = true;
    const shut = (): boolean => {
      if (!open) return false;
      open = false;
      cancel = undefined;
      env.lock.held = false;
      return true;
    };
    env.lock.held = true;
    cancel = () => {
      if (shut()) refuse(wants, chat, 'Taken back.', { endedBy: 'c', why: 'hung-up' });
    };
    try {
      const stream = await captureScreen(using.config, env.getDisplayMedia);
      if (shut()) begin(chat, randomMediaId(), wants, using, { stream });
      else stopTracks(stream);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'Error';
      if (shut()) refuse(wants, chat, name, { endedBy: 'c', why: whyNoStream(error) });
    }
  }

  port.define({
    OnCobrChanged: null,
    SetCobrConfigs(
      given: unknown,
      domControlList: unknown,
      isMousePointerCapture: unknown,
      isAnnotationEnabled: unknown,
    ) {
      settings = {
        config: readConfig(given ?? env.configurations(), warn('SetCobrConfigs')),
        listed: readControls(domControlList),
        pointer: Boolean(isMousePointerCapture),
        annotate: Boolean(isAnnotationEnabled),
      };
      resume();
    },
    StartCobr(sid: unknown) {
      const using = settings ?? {
        config: readConfig(env.configurations(), () => undefined),
        listed: noControls,
        pointer: false,
        annotate: false,
      };
      const { dom, video, audio } = using.config;
      const wants: MediaWants = {
        dom,
        screen: video.enabled,
        audio: video.enabled && audio.enabled,
        pointer: dom && using.pointer,
        annotate: dom && using.annotate,
      };
      const chat = chatOf(sid);
      if (env.lock.held) return warn('StartCobr')('It is on already.');
      if (chat === undefined)
        return refuse(wants, { sid: typeof sid === 'string' ? sid : '' }, 'NotConnected', {
          code: 'NotConnected',
        });
      if (isLiveMedia(chat.media.cobr))
        return refuse(wants, chat, 'Another page of this chat is shown.', { why: 'failed' });
      if (!dom && !video.enabled)
        return refuse(wants, chat, 'Neither the document nor the screen is to be shown.', { why: 'failed' });
      if (dom && env.recorder() === undefined)
        return refuse(wants, chat, 'tetherfi-cobrowse-plugins.min.js is not included.', { why: 'failed' });
      if (video.enabled) void capture(chat, wants, using);
      else begin(chat, randomMediaId(), wants, using);
    },
    EndCobr(triggerDisconnect: unknown = true, sendEndMessage: unknown = false) {
      const ending = showing;
      if (triggerDisconnect) cancel?.();
      if (ending === undefined) return;
      if (sendEndMessage) tell(ending.sid, 'cobrowse.ended', { media: ending.media });
      if (triggerDisconnect) ending.end('hung-up');
    },
  });
  port.watch(resume);
  resume();
}
