import type { FakeLivechat, FakePage } from './fakeLivechat.js';
import { fakeStream, type FakeStream } from './fakeStream.js';

/** A configuration, as far as the scripts read it (rows T-75 to T-81, T-92 to T-107). */
interface Config {
  readonly MediaCapture?: {
    readonly audio?: { readonly enabled?: boolean };
    readonly video?: { readonly enabled?: boolean };
  };
  readonly Display?: {
    readonly OnConnected?: (remote: unknown, local: unknown) => void;
    readonly OnDisconnected?: () => void;
    readonly OnAcquireCustomCanvasStream?: (stream?: unknown) => unknown;
  };
}

/** What our own script says beside the document, in its own words. */
type State = Readonly<Record<string, unknown>>;

/** Which script it plays. */
export interface FakeMediaOptions {
  /**
   * Ours, which has slots of its own: told `before` or `after` the documented callback. Left out: one that knows the
   * document alone.
   */
  readonly own?: 'before' | 'after';
  /** Chats that it knows; a call for another comes to nothing (P-17). */
  readonly sids?: readonly string[];
}

/** A call, as the script has it. */
export interface FakeCall {
  readonly sid: string;
  readonly config: Config;
  readonly by: 'c' | 'a';
  readonly local: FakeStream;
  readonly remote: FakeStream;
  phase: string;
}

/** What is shown, as the script has it. */
export interface FakeShown {
  readonly config: Config;
  readonly pointer: boolean;
  readonly annotate: boolean;
  local: readonly MediaStream[];
  phase: string;
}

/** The vendor's scripts for calls and co-browsing, as far as the document goes, loaded into a fake page by their addresses. */
export function fakeMedia(vendor: FakeLivechat, page: FakePage, options: FakeMediaOptions = {}) {
  const { own, sids = ['sid-1'] } = options;
  const there = new Set<string>();
  let avConfig: Config = {};
  let cobr: { readonly config: Config; readonly pointer: boolean; readonly annotate: boolean } | undefined;
  let call: FakeCall | undefined;
  let shown: FakeShown | undefined;
  const screens: FakeStream[] = [];
  let refused: string | undefined;

  /** The documented callback, and our own slot around it. */
  function say(documented: (() => void) | undefined, slot: string, sid: string, state: State): void {
    if (own === 'before') vendor.fire(slot, sid, state);
    documented?.();
    if (own === 'after') vendor.fire(slot, sid, state);
  }

  const avState = ({ phase, by, config, local, remote }: FakeCall, more: State = {}): State => ({
    phase,
    by,
    video: config.MediaCapture?.video?.enabled === true,
    muted: local.tracks.some(({ kind, enabled }) => kind === 'audio' && !enabled),
    cameraOff: !local.tracks.some(({ kind, enabled }) => kind === 'video' && enabled),
    remote: { muted: false, cameraOff: false },
    localStreams: phase === 'ended' ? [] : [local.stream],
    remoteStreams: phase === 'connected' || phase === 'reconnecting' ? [remote.stream] : [],
    ...more,
  });

  const cobrState = ({ phase, config, pointer, annotate, local }: FakeShown, more: State = {}): State => ({
    phase,
    dom: config.MediaCapture?.video?.enabled !== true,
    screen: config.MediaCapture?.video?.enabled === true,
    pointer,
    annotate,
    localStreams: phase === 'ended' ? [] : local,
    ...more,
  });

  function begin(sid: string, by: 'c' | 'a', phase: string): void {
    const { audio, video } = avConfig.MediaCapture ?? {};
    const kinds = [
      ...(audio?.enabled === false ? [] : (['audio'] as const)),
      ...(video?.enabled === true ? (['video'] as const) : []),
    ];
    call = {
      sid,
      by,
      phase,
      config: avConfig,
      local: fakeStream(...kinds),
      remote: fakeStream('audio', 'video'),
    };
    if (own) vendor.fire('OnAvCallChanged', sid, avState(call));
  }

  /** Once for each call (row T-81); all its tracks are stopped. */
  function endCall(more: State): void {
    if (!call) return;
    const over = call;
    call = undefined;
    over.phase = 'ended';
    over.local.tracks.forEach((track) => track.stop());
    say(over.config.Display?.OnDisconnected, 'OnAvCallChanged', over.sid, avState(over, more));
  }

  function endShow(more: State): void {
    if (!shown) return;
    const over = shown;
    shown = undefined;
    over.phase = 'ended';
    screens.forEach(({ tracks }) => tracks.forEach((track) => track.stop()));
    say(over.config.Display?.OnDisconnected, 'OnCobrChanged', 'sid-1', cobrState(over, more));
  }

  async function acquire(show: FakeShown): Promise<void> {
    const { MediaCapture, Display } = show.config;
    if (MediaCapture?.video?.enabled !== true) return;
    let given: unknown;
    try {
      given = await Display?.OnAcquireCustomCanvasStream?.();
    } catch {
      return endShow({ endedBy: 'c', why: 'failed' });
    }
    if (given === undefined) {
      const screen = fakeStream('video');
      screens.push(screen);
      show.local = [screen.stream];
    }
  }

  const installVideo = (): void => {
    vendor.install('SetAvConfigs', (config) => void (avConfig = { ...avConfig, ...(config as Config) }));
    vendor.install('StartAvCall', (sid) => {
      if (call) return;
      const known = refused === undefined && sids.some((each) => each === sid);
      if (known) return begin(String(sid), 'c', 'calling');
      const state = { phase: 'ended', by: 'c', endedBy: 's', code: refused ?? 'NotConnected' };
      say(avConfig.Display?.OnDisconnected, 'OnAvCallChanged', String(sid), state);
    });
    vendor.install('EndAvCall', (sid) => {
      if (sid === undefined || call?.sid === sid)
        return endCall({ endedBy: 'c', why: call?.phase === 'requested' ? 'declined' : 'hung-up' });
      // What an agent asks for in another chat; only our own script takes its id.
      const state = { phase: 'ended', by: 'a', endedBy: 'c', why: 'declined' };
      if (own) vendor.fire('OnAvCallChanged', sid, state);
    });
    vendor.install('Pause', (audio, video) => {
      for (const track of call?.local.tracks ?? []) track.enabled = !(track.kind === 'audio' ? audio : video);
      if (own && call) vendor.fire('OnAvCallChanged', call.sid, avState(call));
    });
    if (own) vendor.install('SetAvDevices', () => Promise.resolve());
  };

  const installCobrowse = (): void => {
    vendor.install('SetCobrConfigs', (config, _controls, pointer, annotate) => {
      cobr = { config: config as Config, pointer: pointer === true, annotate: annotate === true };
    });
    vendor.install('StartCobr', () => {
      if (shown || !cobr) return;
      shown = { ...cobr, local: [], phase: 'starting' };
      if (refused === undefined) {
        if (own) vendor.fire('OnCobrChanged', 'sid-1', cobrState(shown));
        void acquire(shown);
        return;
      }
      const over = shown;
      shown = undefined;
      // No documented code, and no OnConnected (P-20).
      if (own) vendor.fire('OnCobrChanged', 'sid-1', { ...cobrState(over), phase: 'ended', code: refused });
    });
    vendor.install('EndCobr', (disconnect) => {
      if (disconnect === true) endShow({ endedBy: 'c', why: 'hung-up' });
    });
  };

  /** Each stands on the one before. */
  const needs: Readonly<Record<string, readonly string[]>> = {
    'livechat_video.mini.js': ['adaptor.mini.js'],
    'tetherfi-cobrowse.min.js': ['cobrowse-configurations.js', 'tetherfi-cobrowse-plugins.min.js'],
  };

  function loaded(url: string): void {
    const file = new URL(url).pathname.split('/').at(-1) ?? '';
    there.add(file);
    if (needs[file]?.every((each) => there.has(each)) === false) return;
    if (file === 'livechat_video.mini.js') installVideo();
    if (file === 'tetherfi-cobrowse.min.js') installCobrowse();
  }

  page.loads((url) => Promise.resolve().then(() => loaded(url)));

  return {
    /** The scripts that a page brings along itself. */
    bring() {
      installVideo();
      installCobrowse();
    },
    /** From now on nothing comes about, for this reason. */
    refuse: (code: string | undefined) => void (refused = code),
    /** The agent asks for a call: only our own script has a slot for it. */
    ask(video: boolean, sid = 'sid-1') {
      vendor.fire('OnAvCallRequested', sid, { audio: true, video }, 'Kim');
    },
    /** ICE is connected, and the first track has come (row T-80). */
    connect() {
      if (!call) return;
      const { config, local, remote, sid } = call;
      call.phase = 'connected';
      say(
        () => config.Display?.OnConnected?.([remote.stream], [local.stream]),
        'OnAvCallChanged',
        sid,
        avState(call),
      );
    },
    /** Our own script tells how it stands. */
    tell(phase: string, more: State = {}) {
      if (!call) return;
      call.phase = phase;
      vendor.fire('OnAvCallChanged', call.sid, avState(call, more));
    },
    /** The other side ends it, or something else does. */
    drop: (more: State = { endedBy: 'a', why: 'hung-up' }) => endCall(more),
    /** The page leaves the chat, which goes on; the next page of the tab may go on with what is on. */
    leave() {
      const left = { endedBy: 'c', why: 'left' };
      endCall(left);
      endShow(left);
    },
    show() {
      if (!shown) return;
      const now = shown;
      now.phase = 'connected';
      say(() => now.config.Display?.OnConnected?.([], now.local), 'OnCobrChanged', 'sid-1', cobrState(now));
    },
    hide: (more: State = { endedBy: 'a', why: 'hung-up' }) => endShow(more),
    get call() {
      return call;
    },
    get shown() {
      return shown;
    },
    screens,
  };
}
