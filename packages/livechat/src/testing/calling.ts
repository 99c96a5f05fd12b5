import type { Mode } from '../api/events.js';
import { createPeer } from '../media/createPeer.js';
import { foldMedia, type MediaSession } from '../media/foldMedia.js';
import type { Peer } from '../media/peer.js';
import { readSignal } from '../media/readSignal.js';
import type { AvCallState } from '../video/avCallState.js';
import { installVideo } from '../video/installVideo.js';
import type { MediaEndWhy, MediaWants } from '../wire/media.js';
import type { Signal } from '../wire/signal.js';
import type { Page } from './browser.js';
import { ada, connectedChat, type Scene } from './chatting.js';
import { fakeDevices, type FakeDevices } from './fakeDevices.js';
import { fakeCamera, FakeStream } from './fakeMedia.js';
import { fakeNetwork } from './fakeNetwork.js';
import type { FakeNetwork } from './fakePeerConnection.js';

type Call = (...args: readonly unknown[]) => unknown;

/** A page with the video script, and what it was told. */
export interface VideoPage {
  readonly page: Page;
  readonly devices: FakeDevices;
  /** What `Display` was told, in order: `connected` or `disconnected`. */
  readonly display: string[];
  readonly streams: (readonly [readonly MediaStream[], readonly MediaStream[]])[];
  readonly requests: (readonly unknown[])[];
  readonly states: AvCallState[];
  call(name: string, ...args: readonly unknown[]): unknown;
  /** The configuration that was set, with its `Display`. */
  configure(config?: object): void;
  phases(): readonly string[];
  leave(): void;
  readonly lines: string[];
}

/** An agent's page, which does what the protocol says of it. */
export interface AgentPage {
  readonly seat: string;
  peer: Peer | undefined;
  readonly heard: Signal[];
  ask(wants?: MediaWants): void;
  end(why?: MediaEndWhy): void;
  /** Says nothing any more. */
  vanish(): void;
  session(): MediaSession | undefined;
}

/** A customer and an agent in a chat, who can call each other. */
export interface CallScene extends Scene {
  readonly video: VideoPage;
  readonly network: FakeNetwork;
  readonly storage: Map<string, string>;
  /** Includes the script in another page of the same browser tab. */
  install(page: Page, storage?: Map<string, string>): VideoPage;
  /** An agent's page takes the seat; `takes` is whether it takes what is asked, `stream` what it sends. */
  agent(seat?: string, takes?: boolean, stream?: FakeStream): AgentPage;
  readonly session: () => MediaSession | undefined;
}

/** Starts one; nobody calls yet. */
export async function callScene(mode: Mode = 'single', clientId?: string): Promise<CallScene> {
  const scene = await connectedChat(mode, clientId);
  const { backEnd, sid } = scene;
  const network = fakeNetwork(backEnd.clock);
  const storage = new Map<string, string>();
  const session = (): MediaSession | undefined =>
    backEnd.desk
      .chats()
      .find((chat) => chat.sid === sid)
      ?.log.reduce(foldMedia, {}).av;

  function install(page: Page, kept = storage): VideoPage {
    const devices = fakeDevices();
    const leaving: (() => void)[] = [];
    const globals = { [page.env.site === 'multi' ? 'multilivechat' : 'livechat']: page.api };
    installVideo(
      {
        globals,
        document: { readyState: 'complete', addEventListener: () => undefined },
        window: { addEventListener: () => undefined },
        report: (error) => {
          throw error;
        },
      },
      {
        clock: backEnd.clock,
        mediaDevices: devices.real,
        createConnection: (config) => network.create(config),
        createStream: () => new FakeStream().real,
        storage: {
          getItem: (key) => kept.get(key) ?? null,
          setItem: (key, value) => void kept.set(key, value),
          removeItem: (key) => void kept.delete(key),
        },
        onLeave: (listener) => void leaving.push(listener),
      },
    );
    const members = page.api as unknown as Record<string, unknown>;
    const made: VideoPage = {
      page,
      devices,
      display: [],
      streams: [],
      requests: [],
      states: [],
      lines: [],
      call: (name, ...args) => (members[name] as Call)(...args),
      configure(config = {}) {
        made.call('SetAvConfigs', {
          ...config,
          Display: {
            OnConnected: (remote: readonly MediaStream[], local: readonly MediaStream[]) => {
              made.display.push('connected');
              made.streams.push([remote, local]);
            },
            OnDisconnected: (...args: readonly unknown[]) => {
              made.display.push(['disconnected', ...args].join(' '));
            },
          },
        });
      },
      phases: () =>
        made.states.map(({ phase }) => phase).filter((phase, index, all) => phase !== all[index - 1]),
      leave() {
        page.lifecycle.leave();
        for (const listener of leaving) listener();
      },
    };
    members.OnAvCallRequested = (...args: readonly unknown[]) => void made.requests.push(args);
    members.OnAvCallChanged = (_sid: string, state: AvCallState) => void made.states.push(state);
    return made;
  }

  function agent(seat = 'seat1', takes = true, stream = fakeCamera()): AgentPage {
    let gone = false;
    let customer: string | undefined;
    const heard: Signal[] = [];
    const early: Signal[] = [];
    const signal = backEnd.desk.seat(sid, seat, ({ media, from, data }) => {
      const read = readSignal(data);
      if (gone || read === undefined || media !== session()?.media || from !== session()?.customer?.seat)
        return;
      heard.push(read);
      if (made.peer === undefined) early.push(read);
      else made.peer.take(read);
    });
    const step = (one: object): void => {
      const { media } = session() ?? { media: 'askedbya' };
      backEnd.desk.add(sid, { type: 'media', media, by: 'a', seat, agent: ada, ...one } as never);
    };
    const send = (data: Signal): void => {
      const now = session();
      if (!gone && now?.customer !== undefined) signal(now.media, now.customer.seat, data);
    };
    const watch = (): void => {
      if (gone) return;
      const now = session();
      if (now?.state === 'asked' && now.askedBy === 'c' && takes) step({ step: 'take' });
      else if (now?.state === 'on' && now.agent?.seat !== seat) step({ step: 'join' });
      else if (now?.state === 'on' && now.customer !== undefined) {
        if (made.peer === undefined) {
          customer = now.customer.seat;
          made.peer = createPeer({
            polite: false,
            create: (config) => network.create(config),
            config: {},
            clock: backEnd.clock,
            send,
            changed: () => undefined,
          });
          made.peer.send(stream.real);
          for (const one of early.splice(0)) made.peer.take(one);
        } else if (customer !== now.customer.seat) {
          customer = now.customer.seat;
          made.peer.renew();
        }
        send({ k: 'beat' });
      } else if (now === undefined || now.state === 'ended') {
        made.peer?.close();
        made.peer = undefined;
      }
      backEnd.clock.setTimeout(watch, 100);
    };
    const made: AgentPage = {
      seat,
      peer: undefined,
      heard,
      ask: (wants = { audio: true, video: true }) =>
        void backEnd.desk.add(sid, {
          type: 'media',
          media: `ask${backEnd.desk.chats()[0]?.log.length}`,
          by: 'a',
          seat,
          agent: ada,
          step: 'ask',
          kind: 'av',
          wants,
        }),
      end: (why = 'hung-up') => step({ step: 'end', why }),
      vanish() {
        gone = true;
        made.peer?.close();
      },
      session,
    };
    backEnd.clock.setTimeout(watch, 100);
    return made;
  }
  return { ...scene, video: install(scene.page), network, storage, install, agent, session };
}
