import { fakeLivechat, fakePage } from '../testing/fakeLivechat.js';
import { fakeMedia } from '../testing/fakeMedia.js';
import { fakeStream } from '../testing/fakeStream.js';
import { inCall, mediaStage } from '../testing/mediaStage.js';
import { settle } from '../testing/settle.js';
import { stage } from '../testing/stage.js';

const argumentsOf = (calls: readonly (readonly unknown[])[]): readonly unknown[] => calls.at(-1) ?? [];

const nothing = { textboxId: [], radioButtonId: [], checkboxId: [], dropdownId: [] };

async function sharing() {
  const set = await mediaStage();
  const given = await set.give({ type: 'screen.start', chatId: set.chatId });
  await set.after(() => set.media.show());
  return { ...set, given };
}

describe('a screen that is shared', () => {
  test('T-90: T-113: is configured in full and started', async () => {
    const { give, chatId, vendor, asked, screen } = await mediaStage();
    const start = await give({ type: 'screen.start', chatId });
    expect(asked()).toEqual(['SetCobrConfigs', 'StartCobr']);
    expect(vendor.callsOf('StartCobr')).toEqual([[]]);
    expect(argumentsOf(vendor.callsOf('SetCobrConfigs'))).toEqual([
      {
        MediaTransport: { iceTransportPolicy: 'all' },
        MediaCapture: {
          audio: { enabled: false, autoGainControl: true, noiseSuppression: true, echoCancellation: true },
          video: { enabled: true, width: 1920, height: 1080, frameRate: 6 },
        },
        DomCapture: { enabled: false },
        Signaling: { iceRestart: true },
        Network: {
          Bandwidth: { SingleAudioTrackLimit: 8, SingleVideoTrackLimit: 2048, CumulativeSessionLimit: 5000 },
        },
        Display: { OnConnected: expect.any(Function), OnDisconnected: expect.any(Function) },
      },
      nothing,
      false,
      false,
    ]);
    expect(screen()).toEqual({ state: 'starting' });
    expect(start.done).toBe(false);
  });

  test('T-99: T-100: T-103: the settings go along', async () => {
    const { give, chatId, vendor } = await mediaStage({
      video: { load: 'on-demand', iceServers: [{ urls: 'stun:stun.example' }] },
      screen: { width: 1280, height: 720, frameRate: 12, maxKbps: 8_000 },
    });
    await give({ type: 'screen.start', chatId });
    expect(argumentsOf(vendor.callsOf('SetCobrConfigs'))[0]).toMatchObject({
      MediaTransport: { iceServers: [{ urls: 'stun:stun.example' }], iceTransportPolicy: 'all' },
      MediaCapture: { video: { width: 1280, height: 720, frameRate: 12 } },
      Network: { Bandwidth: { SingleVideoTrackLimit: 8_000, CumulativeSessionLimit: 8_000 } },
    });
  });

  test('T-105: is on when OnConnected says so, with its stream', async () => {
    const { given, screen, streams, media, told } = await sharing();
    expect(given.done).toBe(true);
    expect(screen()).toMatchObject({ state: 'on', startedAt: expect.any(Number) });
    expect(streams()).toEqual({ local: [], remote: [], screen: [media.screens[0]?.stream] });
    expect(told('screen')).toEqual(['screen.started']);
  });

  test('T-106: T-114: is stopped for both sides, once', async () => {
    const { give, chatId, vendor, screen, streams, told } = await sharing();
    const stop = await give({ type: 'screen.stop', chatId });
    expect(stop.done).toBe(true);
    expect(vendor.callsOf('EndCobr')).toEqual([[true, true]]);
    expect(screen()).toMatchObject({ state: 'ended', endedBy: 'customer', endReason: 'hung-up' });
    expect(streams().screen).toEqual([]);
    expect(told('screen.stopped')).toHaveLength(1);
  });

  test('T-106: ended by whom nobody tells', async () => {
    const { after, media, screen, told } = await sharing();
    await after(() => media.hide());
    expect(screen()).toMatchObject({ state: 'ended', endReason: 'hung-up' });
    expect(screen()?.endedBy).toBeUndefined();
    expect(told('screen.stopped')).toHaveLength(1);
  });

  test('T-114: a script that says nothing of the end has ended it all the same', async () => {
    const { give, chatId, vendor, screen, clock } = await sharing();
    vendor.on('EndCobr', () => {});
    await give({ type: 'screen.stop', chatId });
    clock.advance(3_000);
    await settle();
    expect(screen()).toMatchObject({ state: 'ended', endedBy: 'customer' });
  });

  test('T-107: the page’s own stream is what is shown', async () => {
    const { give, chatId, after, media, streams, screen } = await mediaStage();
    const own = fakeStream('video');
    const stream = jest.fn(() => Promise.resolve(own.stream));
    await give({ type: 'screen.start', chatId, stream });
    await after(() => media.show());
    expect(stream).toHaveBeenCalledTimes(1);
    expect(media.screens).toEqual([]);
    expect([streams().screen, screen()?.state]).toEqual([[own.stream], 'on']);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('canary')), 'failed', 'handler-failed'],
    ['is no stream', () => ({}) as MediaStream, 'failed', 'handler-failed'],
    [
      'was not allowed',
      () => Promise.reject(Object.assign(new Error('canary'), { name: 'NotAllowedError' })),
      'no-permission',
      'no-permission',
    ],
    [
      'is not there',
      () => Promise.reject(Object.assign(new Error('canary'), { name: 'NotFoundError' })),
      'no-device',
      'no-device',
    ],
  ] as const)(
    'T-107: a stream of the page’s that %s ends it, with advice',
    async (_what, stream, why, code) => {
      const { give, chatId, screen, vendor, told } = await mediaStage();
      const start = await give({ type: 'screen.start', chatId, stream });
      expect(start.error).toMatchObject({ code: 'vendor-error', vendorCode: code });
      expect(start.error?.message).not.toContain('canary');
      expect(screen()).toMatchObject({ state: 'ended', endReason: why, failure: { code } });
      expect(vendor.callsOf('EndCobr')).toEqual([[true, true]]);
      expect(told('screen.stopped')).toHaveLength(1);
    },
  );

  test('T-113: a script that throws fails it, with nothing of it but its code', async () => {
    const { give, chatId, vendor, media, screen } = await mediaStage();
    media.bring();
    vendor.on('SetCobrConfigs', () => {
      throw Object.assign(new Error('canary'), { code: 'Bad' });
    });
    const start = await give({ type: 'screen.start', chatId });
    expect(start.error).toMatchObject({ code: 'vendor-error', vendorCode: 'Bad' });
    expect(start.error?.message).not.toContain('canary');
    expect(screen()).toMatchObject({ state: 'ended', failure: { code: 'Bad' } });
  });
});

describe('a page that is shown', () => {
  test('T-108: T-111: T-112: lists what may be seen; pointer and drawing as they were asked for', async () => {
    const { give, chatId, vendor, cobrowse } = await mediaStage();
    const controls = {
      textboxes: ['name', 'email'],
      radioButtons: ['yes'],
      checkboxes: ['agree'],
      dropdowns: ['country'],
    };
    await give({ type: 'cobrowse.start', chatId, controls, pointer: true, annotate: true });
    const [config, list, pointer, annotate] = argumentsOf(vendor.callsOf('SetCobrConfigs'));
    expect(config).toMatchObject({ MediaCapture: { video: { enabled: false } } });
    expect(config).not.toHaveProperty('DomCapture');
    expect(list).toEqual({
      textboxId: ['name', 'email'],
      radioButtonId: ['yes'],
      checkboxId: ['agree'],
      dropdownId: ['country'],
    });
    expect([pointer, annotate]).toEqual([true, true]);
    expect(cobrowse()).toEqual({ state: 'starting', pointer: true, annotate: true });
  });

  test('T-109: a kind that is not listed is an empty one', async () => {
    const { give, chatId, vendor } = await mediaStage();
    await give({ type: 'cobrowse.start', chatId, controls: { textboxes: ['name'] }, pointer: true });
    expect(argumentsOf(vendor.callsOf('SetCobrConfigs')).slice(1)).toEqual([
      { ...nothing, textboxId: ['name'] },
      true,
      false,
    ]);
  });

  test('T-110: T-111: T-112: with nothing asked for, nothing is seen, no pointer goes and nobody draws', async () => {
    const { give, chatId, vendor, cobrowse } = await mediaStage();
    await give({ type: 'cobrowse.start', chatId });
    expect(argumentsOf(vendor.callsOf('SetCobrConfigs')).slice(1)).toEqual([nothing, false, false]);
    expect(cobrowse()).toMatchObject({ pointer: false, annotate: false });
  });

  test('T-105: T-106: goes on and ends by the callbacks', async () => {
    const { give, chatId, after, media, cobrowse, told, streams } = await mediaStage();
    const start = await give({ type: 'cobrowse.start', chatId });
    await after(() => media.show());
    expect([start.done, cobrowse()?.state]).toEqual([true, 'on']);
    expect(streams().screen).toEqual([]);
    await after(() => media.hide());
    expect(cobrowse()).toMatchObject({ state: 'ended', endReason: 'hung-up' });
    expect(told('cobrowse')).toEqual(['cobrowse.connected', 'cobrowse.disconnected']);
  });

  test.each(['screen.start', 'cobrowse.start'] as const)(
    'T-113: one thing at a time: %s is refused while the other goes on',
    async (type) => {
      const { give, chatId, after, media, asked } = await mediaStage();
      const other = type === 'screen.start' ? 'cobrowse' : 'screen';
      await give({ type: `${other}.start`, chatId });
      await after(() => media.show());
      const before = asked().length;
      const second = await give({ type, chatId });
      expect(second.error).toMatchObject({
        code: 'invalid-state',
        message: expect.stringMatching(/Stop that first/),
      });
      expect(asked()).toHaveLength(before);
      await give({ type: `${other}.stop`, chatId });
      await give({ type, chatId });
      expect(asked().slice(before)).toEqual(['EndCobr', 'SetCobrConfigs', 'StartCobr']);
    },
  );

  test('T-113: two that are asked for at once are one', async () => {
    const { client, chatId, vendor } = await mediaStage();
    const [one, other] = [
      client.execute({ type: 'screen.start', chatId }),
      client.execute({ type: 'cobrowse.start', chatId }),
    ];
    one.catch(() => {});
    await expect(other).rejects.toMatchObject({ code: 'invalid-state' });
    await settle();
    expect(vendor.callsOf('StartCobr')).toHaveLength(1);
  });

  test('T-113: goes on beside a call', async () => {
    const { give, chatId, after, media, cobrowse, video, streams } = await inCall();
    await give({ type: 'cobrowse.start', chatId });
    await after(() => media.show());
    expect([cobrowse()?.state, video()?.state, streams().remote.length]).toEqual(['on', 'connected', 1]);
    await give({ type: 'video.hangUp', chatId });
    expect([cobrowse()?.state, video()?.state]).toEqual(['on', 'ended']);
  });

  test('P-20: without an agent the script fails it, and no OnConnected comes', async () => {
    const { give, chatId, media, cobrowse, told } = await mediaStage({ own: 'after' });
    media.refuse('NotConnected');
    const start = await give({ type: 'cobrowse.start', chatId });
    expect(start.error).toMatchObject({
      vendorCode: 'NotConnected',
      message: expect.stringMatching(/No agent/),
    });
    expect(cobrowse()).toMatchObject({
      state: 'ended',
      endReason: 'failed',
      failure: { code: 'NotConnected' },
    });
    expect(told('cobrowse.connected')).toEqual([]);
  });

  test('P-20: P-17: while the chat waits for an agent nothing of it is asked of the vendor', async () => {
    const { give, chatId, fire, asked, after } = await mediaStage();
    await after(() => fire('OnConferenceUserLeft', 'Kim', ''));
    for (const type of ['cobrowse.start', 'screen.start', 'video.start'] as const) {
      const { error } = await give({ type, chatId });
      expect(error).toMatchObject({ code: 'invalid-state' });
    }
    expect(asked()).toEqual([]);
  });
});

describe('what the vendor’s script needs first', () => {
  test('P-20: an agent who leaves while it is loaded is missed, and nothing is started', async () => {
    const { client, chatId, page, after, fire, asked, media } = await mediaStage();
    let come = (): void => {};
    page.loads(() => new Promise((resolve) => (come = resolve)));
    const start = client.execute({ type: 'cobrowse.start', chatId });
    start.catch(() => {});
    await settle();
    await after(() => fire('OnConferenceUserLeft', 'Kim', ''));
    media.bring();
    for (let file = 0; file < 3; file += 1) await after(() => come());
    await expect(start).rejects.toMatchObject({
      code: 'invalid-state',
      message: expect.stringMatching(/No agent/),
    });
    expect(asked()).toEqual([]);
  });

  test('T-113: T-192: with several chats our own script is told which, behind the documented arguments', async () => {
    const vendor = fakeLivechat();
    const page = fakePage({ multilivechat: vendor.object });
    fakeMedia(vendor, page, { own: 'after' }).bring();
    const { client } = await stage({ vendor, page, multi: true });
    const agents = [{ name: 'Kim', id: 'kim-1' }];
    vendor.fire('OnOpenSuccess', [
      { sid: 's1', clientId: 'c1', agents, trans: [] },
      { sid: 's2', clientId: 'c2', agents, trans: [] },
    ]);
    await settle();
    client.execute({ type: 'screen.start', chatId: 'tetherfi:s2' }).catch(() => {});
    await settle();
    expect(vendor.callsOf('StartCobr')).toEqual([['s2']]);
    const second = client.execute({ type: 'cobrowse.start', chatId: 'tetherfi:s1' });
    await expect(second).rejects.toMatchObject({ code: 'invalid-state' });
  });
});

describe('the end of the chat', () => {
  test('T-106: T-114: ends what is shown, and the agent need not be told', async () => {
    const { after, fire, screen, vendor, told, streams, media } = await sharing();
    await after(() => fire('OnEnd', 'client', 'done'));
    expect(screen()).toMatchObject({ state: 'ended', endReason: 'chat-ended' });
    expect(vendor.callsOf('EndCobr')).toEqual([[true, false]]);
    expect(told('screen.stopped')).toHaveLength(1);
    expect(streams().screen).toEqual([]);
    expect(media.screens[0]?.tracks[0]?.readyState).toBe('ended');
  });

  test('T-114: closing the client ends nothing at the vendor’s', async () => {
    const { client, vendor, clock } = await sharing();
    client.close();
    await settle();
    expect([vendor.callsOf('EndCobr'), clock.pending]).toEqual([[], 0]);
  });
});
