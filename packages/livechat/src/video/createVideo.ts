import { isLiveMedia, type MediaSession } from '../media/foldMedia.js';
import type { MediaChat, MediaPort } from '../media/mediaPort.js';
import { readMediaConfig, type MediaConfig } from '../media/readMediaConfig.js';
import { createAvCall } from './avCall.js';
import type { AvCall } from './avCallOptions.js';
import { idleState, type AvCallState } from './avCallState.js';
import { createCallMemory, type RememberedCall } from './callMemory.js';
import { readDevices } from './readDevices.js';
import { MediaRefusal, type ChosenDevices } from './openMedia.js';
import { Failure } from '../http/failure.js';
import type { VideoEnv } from './videoEnv.js';

interface Request {
  readonly sid: string;
  readonly clientId: string | undefined;
  readonly session: MediaSession;
}

const noCall = 'There is no call.';

/** A chat's id, as a page may give it. */
const idOf = (given: unknown): string | undefined =>
  typeof given === 'string' || typeof given === 'number' ? String(given) : undefined;

/**
 * Gives an API object the documented functions of audio and video (rows T-75 to T-85): a page is in one call at a time.
 *
 * @example whenApis(page, 'livechat_video', (port) => createVideo(port, env));
 */
export function createVideo(port: MediaPort, env: VideoEnv): void {
  const site = port.site === undefined ? '' : `.${port.site}`;
  const memory = createCallMemory(env.storage, `offhook.av.${port.mode}${site}`);
  let config: MediaConfig | undefined;
  let devices: ChosenDevices = {};
  let call: AvCall | undefined;
  let remembered: RememberedCall | undefined;
  let asks: readonly Request[] = [];
  const toldAsks = new Set<string>();

  const warn = (unit: string) => (text: string) => port.slog('warn', unit, text);
  const chatOf = (sid: string): MediaChat | undefined => port.chats().find((chat) => chat.sid === sid);
  const emit = (sid: string, state: AvCallState, clientId: string | undefined): void =>
    port.emit('OnAvCallChanged', [sid, state, clientId]);

  /** Calls what the page's configuration has; one that throws stops nothing. */
  function display(name: 'OnConnected' | 'OnDisconnected', args: readonly unknown[]): void {
    try {
      config?.display[name]?.(...args);
    } catch (error) {
      port.report(error);
    }
  }

  function begin(sid: string, session: MediaSession | undefined, from: RememberedCall | undefined): void {
    const clientId = chatOf(sid)?.clientId;
    // An ask that is taken is not declined, or missed, any more.
    asks = asks.filter((ask) => ask.sid !== sid);
    const made = createAvCall({
      port,
      env,
      config: (config ??= readMediaConfig({}, warn('SetAvConfigs'))),
      devices,
      sid,
      session,
      remembered: from,
      changed: (state) => emit(sid, state, clientId),
      connected: (remote, local) => display('OnConnected', [remote, local]),
      ended() {
        if (call === made) call = undefined;
        display('OnDisconnected', []);
      },
    });
    call = made;
    made.begin();
  }

  /** Without an agent there is no call: it is told as one that ended at once (P-17). */
  function refuse(sid: string): void {
    port.slog('warn', 'StartAvCall', 'NotConnected: no agent is in a chat of this sid.');
    const state = idleState({ phase: 'ended', by: 'c', video: config?.video.enabled ?? true });
    emit(sid, { ...state, endedBy: 's', why: 'failed', code: 'NotConnected' }, chatOf(sid)?.clientId);
    display('OnDisconnected', []);
  }

  function start(given: unknown): void {
    const connected = port.chats().filter((chat) => chat.connected);
    const named = idOf(given);
    const chat =
      named === undefined && connected.length === 1
        ? connected[0]
        : connected.find(({ sid }) => sid === named);
    if (chat === undefined) {
      refuse(named ?? '');
      return;
    }
    if (call?.sid === chat.sid) {
      port.slog('info', 'StartAvCall', 'There is a call in this chat already.');
      return;
    }
    call?.hangUp('hung-up');
    const { av } = chat.media;
    begin(chat.sid, isLiveMedia(av) ? av : undefined, undefined);
  }

  /** Of an agent's ask that this page has not taken. */
  function tellAsk(
    { sid, clientId, session }: Request,
    how: Partial<AvCallState> & Pick<AvCallState, 'phase'>,
  ): void {
    emit(
      sid,
      { ...idleState({ phase: how.phase, by: 'a', video: session.wants.video === true }), ...how },
      clientId,
    );
  }

  function lookForAsk(sid: string): void {
    const chat = chatOf(sid);
    const av = chat?.media.av;
    const asked = av?.state === 'asked' && av.askedBy === 'a' ? av : undefined;
    const known = asks.find((ask) => ask.sid === sid);
    if (known !== undefined && known.session.media !== asked?.media) {
      asks = asks.filter((ask) => ask !== known);
      // A page that opens the chat again has to hear of it again.
      if (chat === undefined) toldAsks.delete(known.session.media);
      const { endedBy, why } =
        av?.media === known.session.media ? av : { endedBy: undefined, why: undefined };
      tellAsk(known, {
        phase: 'ended',
        endedBy: endedBy ?? (chat === undefined ? 's' : 'c'),
        ...(why === undefined ? (chat === undefined ? { why: 'left' } : {}) : { why }),
      });
    }
    if (chat === undefined || asked === undefined || toldAsks.has(asked.media) || call?.sid === sid) return;
    toldAsks.add(asked.media);
    const request: Request = { sid, clientId: chat.clientId, session: asked };
    asks = [...asks, request];
    const wants = { audio: asked.wants.audio === true, video: asked.wants.video === true };
    tellAsk(request, { phase: 'requested' });
    port.emit('OnAvCallRequested', [sid, wants, asked.agent?.agent?.name ?? '', chat.clientId]);
  }

  /** The call that this page was in before it was loaded anew goes on. */
  function rejoin(sid: string): void {
    if (config === undefined || call !== undefined) return;
    remembered ??= memory.take();
    const av = chatOf(sid)?.media.av;
    if (remembered?.sid !== sid || chatOf(sid) === undefined) return;
    const known = remembered;
    remembered = undefined;
    if (isLiveMedia(av) && av.media === known.media && av.customer?.seat !== port.page) begin(sid, av, known);
  }

  async function choose(chosen: ChosenDevices): Promise<void> {
    try {
      await call?.choose(chosen);
    } catch (error) {
      throw error instanceof MediaRefusal ? new Failure(error.why, error.message) : error;
    }
    devices = { ...devices, ...chosen };
  }

  function keep(): void {
    const known = call?.remember() ?? remembered;
    if (known !== undefined) memory.keep(known);
  }

  port.watch((sid) => {
    if (call?.sid === sid) {
      if (chatOf(sid) === undefined) keep();
      call.look();
    }
    lookForAsk(sid);
    rejoin(sid);
  });
  port.onSignal((signal) => call?.take(signal));
  port.onLink((up) => call?.link(up));
  env.onLeave(keep);

  port.define({
    OnAvCallRequested: null,
    OnAvCallChanged: null,
    SetAvConfigs(given: unknown) {
      config = readMediaConfig(given, warn('SetAvConfigs'));
      for (const { sid } of port.chats()) rejoin(sid);
    },
    StartAvCall: start,
    // Which of several chats it is for is ours: the documented function takes nothing (row T-84).
    EndAvCall(given: unknown) {
      const named = idOf(given);
      const isMeant = ({ sid }: { readonly sid: string }): boolean => named === undefined || sid === named;
      if (call !== undefined && isMeant(call)) {
        call.hangUp('hung-up');
        return;
      }
      const ask = asks.filter(isMeant).at(-1);
      if (ask === undefined) {
        port.slog('info', 'EndAvCall', noCall);
        return;
      }
      port.step(ask.sid, ask.session.media, { step: 'end', why: 'declined' }).catch((error: unknown) => {
        port.slog('warn', 'EndAvCall', error instanceof Failure ? error.code : 'Error');
      });
    },
    Pause(audio: unknown, video: unknown) {
      if (call === undefined) port.slog('info', 'Pause', noCall);
      call?.pause(Boolean(audio), Boolean(video));
    },
    SetAvDevices(given: unknown) {
      const done = choose(readDevices(given));
      // A rejection that nobody looks at is nobody's fault.
      done.catch(() => undefined);
      return done;
    },
  });
  for (const { sid } of port.chats()) lookForAsk(sid);
}
