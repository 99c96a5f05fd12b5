import type { Chat, Command, Offhook } from '@offhook/core';
import * as fc from 'fast-check';
import { fakeLivechat, fakePage } from '../testing/fakeLivechat.js';
import { fakeStream } from '../testing/fakeStream.js';
import { asyncProperty } from '../testing/property.js';
import { settle } from '../testing/settle.js';
import { connected } from '../testing/stage.js';

const kinds = ['video', 'screen', 'cobrowse'] as const;
type Kind = (typeof kinds)[number];

const functions = [
  'SetAvConfigs',
  'StartAvCall',
  'EndAvCall',
  'Pause',
  'SetCobrConfigs',
  'StartCobr',
  'EndCobr',
] as const;

const types = [
  'video.start',
  'video.accept',
  'video.decline',
  'video.hangUp',
  'video.mute',
  'video.unmute',
  'video.cameraOff',
  'video.cameraOn',
  'screen.start',
  'screen.stop',
  'cobrowse.start',
  'cobrowse.stop',
] as const;

const side = fc.constantFrom('c', 'a');
const ending = fc.record(
  {
    endedBy: fc.constantFrom('c', 'a', 's', 'z'),
    why: fc.constantFrom('hung-up', 'declined', 'lost', 'left', 'no-device', 'nonsense'),
    code: fc.constant('NotConnected'),
  },
  { requiredKeys: [] },
);

type Deed =
  | { readonly do: 'command'; readonly type: (typeof types)[number] }
  /** A callback of any configuration so far, old or new. */
  | { readonly do: 'OnConnected' | 'OnDisconnected'; readonly of: number; readonly showing: boolean }
  | { readonly do: 'ask' }
  | { readonly do: 'av' | 'cobr'; readonly state: Readonly<Record<string, unknown>> }
  | { readonly do: 'agentLeaves' | 'agentComes' | 'chatEnds' | 'chatStarts' }
  | { readonly do: 'wait'; readonly ms: number }
  /** From now on a function of the vendor's does nothing, or throws. */
  | { readonly do: 'breaks'; readonly name: (typeof functions)[number]; readonly throws: boolean };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('command' as const), type: fc.constantFrom(...types) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('OnConnected' as const, 'OnDisconnected' as const),
      of: fc.nat(3),
      showing: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ask' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('av' as const),
      state: fc
        .tuple(
          fc.constantFrom('requested', 'calling', 'connecting', 'connected', 'reconnecting', 'ended'),
          side,
          fc.boolean(),
          ending,
        )
        .map(([phase, by, video, end]) => ({ phase, by, video, ...end })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('cobr' as const),
      state: fc
        .tuple(fc.constantFrom('starting', 'connected', 'reconnecting', 'ended'), fc.boolean(), ending)
        .map(([phase, dom, end]) => ({ phase, dom, ...end })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'agentLeaves' as const,
        'agentComes' as const,
        'chatEnds' as const,
        'chatStarts' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1_000, 3_000, 130_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('breaks' as const),
      name: fc.constantFrom(...functions),
      throws: fc.boolean(),
    }),
  },
);

interface Display {
  readonly OnConnected: (...of: readonly unknown[]) => void;
  readonly OnDisconnected: () => void;
}

const isOn = (chat: Chat | undefined, kind: Kind): boolean =>
  chat?.[kind] !== undefined && chat[kind].state !== 'ended';

/** Counts what begins and what ends, as whoever watches the chats sees it. */
function counter(client: Offhook) {
  const before = new Map<string, Chat>();
  const begun = { video: 0, screen: 0, cobrowse: 0 };
  const over = { video: 0, screen: 0, cobrowse: 0 };
  return {
    begun,
    over,
    see() {
      for (const { id } of [...before.values(), ...client.chats.all.value]) {
        const chat = client.chats.get(id).value;
        if (!chat) continue;
        for (const kind of kinds) {
          const [was, is] = [isOn(before.get(chat.id), kind), isOn(chat, kind)];
          if (is && !was) begun[kind] += 1;
          if (was && !is) over[kind] += 1;
        }
        before.set(chat.id, chat);
      }
    },
  };
}

async function play(deeds: readonly Deed[]) {
  const vendor = fakeLivechat(['StartAvCall']);
  const page = fakePage({ livechat: vendor.object });
  const displays: { readonly call: Display[]; readonly show: Display[] } = { call: [], show: [] };
  const keep = (which: Display[]) => (config: unknown) =>
    void which.unshift((config as { readonly Display: Display }).Display);
  for (const name of functions) vendor.install(name, () => {});
  vendor.on('SetAvConfigs', keep(displays.call));
  vendor.on('SetCobrConfigs', keep(displays.show));
  const set = await connected({ vendor, page, video: { load: 'at-once' } });
  const { client, events, clock, fire } = set;
  const count = counter(client);
  client.chats.all.subscribe(count.see);
  client.events$.subscribe(count.see);
  let [given, settled] = [0, 0];

  async function act(each: Deed): Promise<void> {
    const chatId = client.chatFocus.value?.id ?? '';
    switch (each.do) {
      case 'command': {
        given += 1;
        const done = (): void => void (settled += 1);
        const command: Command = { type: each.type, chatId };
        client.execute(command).then(done, done);
        break;
      }
      case 'OnConnected':
        displays[each.showing ? 'show' : 'call'][each.of]?.OnConnected(
          [fakeStream('audio').stream],
          [fakeStream('video').stream],
        );
        break;
      case 'OnDisconnected':
        displays[each.showing ? 'show' : 'call'][each.of]?.OnDisconnected();
        break;
      case 'ask':
        fire('OnAvCallRequested', 'sid-1', { audio: true, video: true }, 'Kim');
        break;
      case 'av':
        fire('OnAvCallChanged', 'sid-1', each.state);
        break;
      case 'cobr':
        fire('OnCobrChanged', 'sid-1', each.state);
        break;
      case 'agentLeaves':
        fire('OnConferenceUserLeft', 'Kim', '');
        break;
      case 'agentComes':
        fire('OnRemoteUserConnected', 'Kim', 'kim-1', 'sid-1');
        break;
      case 'chatEnds':
        fire('OnEnd', 'server', undefined);
        break;
      case 'chatStarts':
        await client.execute({ type: 'chat.start' }).catch(() => {});
        break;
      case 'wait':
        clock.advance(each.ms);
        break;
      case 'breaks':
        vendor.on(each.name, () => {
          if (each.throws) throw new Error('broken');
        });
        break;
    }
    await settle();
  }

  for (const each of deeds) {
    await act(each);
    const { value: focus } = client.chatFocus;
    const streams = client.streamsOf(focus?.id).value;
    if (!isOn(focus, 'video')) expect([streams.local, streams.remote]).toEqual([[], []]);
    if (!isOn(focus, 'screen') && !isOn(focus, 'cobrowse')) expect(streams.screen).toEqual([]);
    expect(isOn(focus, 'screen') && isOn(focus, 'cobrowse')).toBe(false);
  }
  fire('OnEnd', 'server', undefined);
  await settle();
  // Whoever waits gets an answer.
  clock.advance(200_000);
  await settle();
  const pending = given - settled;
  client.close();
  await settle();
  return { count, events, pending, left: clock.pending };
}

describe('calls, screens and pages', () => {
  asyncProperty(
    'T-81: T-106: P-17: in any order of callbacks, commands and ends of chats, steps are legal and each start ends once',
    fc.array(deed, { maxLength: 40 }),
    async (deeds) => {
      const { count, events, pending, left } = await play(deeds);
      const told = (type: string): number => events.filter((event) => event.type === type).length;
      expect(events.filter(({ type }) => type === 'protocol.violation')).toEqual([]);
      expect(count.over).toEqual(count.begun);
      expect({
        video: told('video.disconnected'),
        screen: told('screen.stopped'),
        cobrowse: told('cobrowse.disconnected'),
      }).toEqual(count.begun);
      expect(told('video.connected')).toBeLessThanOrEqual(count.begun.video);
      expect(told('screen.started')).toBeLessThanOrEqual(count.begun.screen);
      expect([pending, left]).toEqual([0, 0]);
    },
  );
});
