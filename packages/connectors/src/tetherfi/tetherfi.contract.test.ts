import { chatting } from '@offhook/core';
import {
  chatConnectorContract,
  type ChatConnectorDriver,
  type ConnectorEnvironment,
  type FoundChat,
} from '@offhook/testing';
import { commands } from './dispatch.js';
import { linkChat } from './link.js';
import { mediaSlotNames } from './media/mediaEvent.js';
import { isOwned } from './ownSlots.js';
import { slotNames } from './readEvent.js';
import { fakeLivechat, fakePage, type FakeLivechat } from './testing/fakeLivechat.js';

const functionOf: Readonly<Record<string, string>> = {
  'chat.open': 'Open',
  'chat.start': 'Start',
  'chat.send': 'SendMessage',
  'chat.setTyping': 'NotifyTypingStateChange',
  'chat.end': 'End',
  'video.start': 'StartAvCall',
  'video.accept': 'StartAvCall',
  'video.hangUp': 'EndAvCall',
  'screen.start': 'StartCobr',
  'screen.stop': 'EndCobr',
  'cobrowse.start': 'StartCobr',
  'cobrowse.stop': 'EndCobr',
};

interface Display {
  readonly OnConnected: (remote: readonly unknown[], local: readonly unknown[]) => void;
  readonly OnDisconnected: () => void;
}

/** The vendor's part in calls and in what is shown: our own script's, which speaks by the callbacks and says more. */
function driveMedia(vendor: FakeLivechat): Pick<ChatConnectorDriver, 'video' | 'screen' | 'cobrowse'> {
  const displays = new Map<string, Display>();
  for (const name of ['SetAvConfigs', 'SetCobrConfigs']) {
    vendor.install(
      name,
      (config) => void displays.set(name, (config as { readonly Display: Display }).Display),
    );
  }
  for (const name of ['StartAvCall', 'EndAvCall', 'Pause', 'StartCobr', 'EndCobr'])
    vendor.install(name, () => {});
  const call = { by: 'c', video: true };

  function endCall(id: string, endedBy: string): void {
    displays.get('SetAvConfigs')?.OnDisconnected();
    vendor.fire('OnAvCallChanged', id, { ...call, phase: 'ended', endedBy, why: 'hung-up' });
  }

  function share(dom: boolean): NonNullable<ChatConnectorDriver['screen']> {
    const end = (id: string, endedBy: string): void => {
      displays.get('SetCobrConfigs')?.OnDisconnected();
      vendor.fire('OnCobrChanged', id, { dom, phase: 'ended', endedBy, why: 'hung-up' });
    };
    return {
      on({ id }) {
        displays.get('SetCobrConfigs')?.OnConnected([], []);
        vendor.fire('OnCobrChanged', id, { dom, phase: 'connected' });
      },
      ended: ({ id }) => end(id, 'a'),
      endedByCustomer: ({ id }) => end(id, 'c'),
    };
  }

  return {
    video: {
      requested: ({ id }) => vendor.fire('OnAvCallRequested', id, { audio: true, video: true }, 'Kim'),
      connected({ id }, remote) {
        displays.get('SetAvConfigs')?.OnConnected([remote], []);
        vendor.fire('OnAvCallChanged', id, { ...call, phase: 'connected', remoteStreams: [remote] });
      },
      ended: ({ id }) => endCall(id, 'a'),
      endedByCustomer: ({ id }) => endCall(id, 'c'),
    },
    screen: share(false),
    cobrowse: share(true),
  };
}

const nonsense: readonly unknown[] = [
  undefined,
  null,
  NaN,
  {},
  [],
  Symbol('x'),
  () => {},
  'x'.repeat(200_000),
];

/** What slots mean by themselves, whatever they are called with. */
const saysEnough = new Set(['OnStartSuccess', 'OnCallQueued', 'OnResetCaptcha']);

/** The contract's vendor: the script of our own back end, which names its chats and messages. */
function drive({ clock }: ConnectorEnvironment): ChatConnectorDriver {
  const vendor = fakeLivechat();
  const page = fakePage({ livechat: vendor.object });
  const media = driveMedia(vendor);
  const sent: { readonly text: unknown; readonly id: unknown; readonly done: (answer: object) => void }[] =
    [];
  let online = (): void => {};
  const status = new Promise<Response>((resolve) => {
    online = () => resolve({ status: 200, text: () => Promise.resolve('ONLINE') } as unknown as Response);
  });
  const time = (at: number): string => new Date(at).toISOString();
  vendor.on('SendMessage', (text, id) => new Promise((done) => sent.push({ text, id, done })));

  function found({ id, agent, messages }: FoundChat): void {
    const trans = messages.map((message) => ({
      type: 'msg',
      by: 'a',
      msg: encodeURIComponent(message.text),
      id: message.id,
      seq: message.seq,
      time: time(message.at),
    }));
    vendor.fire('OnOpenSuccess', { sid: id, agents: [{ ...agent, index: 0 }], trans });
  }

  return {
    connector: {
      id: 'tetherfi',
      name: 'Tetherfi',
      commands,
      chats: chatting,
      connect: (context) =>
        linkChat(context, {
          id: 'tetherfi',
          host: new URL('https://chat.example'),
          page,
          multi: false,
          session: undefined,
          atOnce: true,
          tabs: undefined,
          encrypt: undefined,
          autoClose: true,
          commPath: 'sg_pweb',
          sidPosition: 'last',
          integrity: {},
          nonce: undefined,
          video: {},
          screen: {},
          loadMs: 15_000,
          fetch: () => status,
          trace: undefined,
        }),
    },
    ready: () => online(),
    foundNone() {
      vendor.fire('OnOpenFailed', 'NoSessionFound');
      // Each start looks first.
      vendor.on('Open', () => vendor.fire('OnOpenFailed', 'NoSessionFound'));
    },
    found,
    started: ({ id }) => vendor.fire('OnStartSuccess', undefined, id),
    refused: () => vendor.fire('OnStartFailed', 'MaxConcurrentSessionCountReached'),
    queued: ({ id }, position) => vendor.fire('OnCallQueued', position, id),
    joined: ({ id }, agent) => vendor.fire('OnRemoteUserConnected', agent.name, agent.id, id),
    said: (_chat, { id, seq, at, text }) => vendor.fire('OnMessageReceived', text, id, seq, time(at), 'Kim'),
    echoed({ id: sid }, text, seq) {
      const at = sent.findIndex((each) => each.text === text);
      const [message] = sent.splice(at, 1);
      vendor.fire('OnEcho', text, message?.id, seq, time(clock.now()));
      message?.done({ sid, seq, time: time(clock.now()) });
    },
    typed: (_chat, typing) => vendor.fire('OnTypingStateChanged', typing ? 0 : 1),
    lost: () => vendor.fire('OnServerStateChanged', 'offline'),
    back: () => vendor.fire('OnServerStateChanged', 'online'),
    ended: () => vendor.fire('OnEnd', 'server', undefined, 'agent'),
    endedByCustomer: () => vendor.fire('OnEnd', 'client', 'Thanks'),
    told: (type) => vendor.callsOf(functionOf[type] ?? '').length,
    ...media,
    held: () => page.listeners + (isOwned(vendor.object) ? 1 : 0),
    hostile: [...slotNames, ...mediaSlotNames]
      .filter((slot) => !saysEnough.has(slot))
      .flatMap((slot) => nonsense.map((wrong) => () => vendor.fire(slot, wrong, wrong, wrong, wrong, wrong))),
  };
}

chatConnectorContract({ name: 'Tetherfi', create: drive, media: ['video', 'screen', 'cobrowse'] });
