import { fakeLivechat, fakePage } from '../testing/fakeLivechat.js';
import { fakeMedia } from '../testing/fakeMedia.js';
import { fakeStream } from '../testing/fakeStream.js';
import { inCall, mediaStage, reloaded } from '../testing/mediaStage.js';
import { settle } from '../testing/settle.js';
import { stage } from '../testing/stage.js';

/** A stage that has loaded what calls need. */
const heard = (own: 'before' | 'after' = 'before') => mediaStage({ own, video: { load: 'at-once' } });

describe('an agent’s call', () => {
  test('T-83: is heard once the chat has an agent, and taken with StartAvCall', async () => {
    const { media, after, give, chatId, vendor, video, told } = await heard();
    expect(vendor.callsOf('SetAvConfigs')).toHaveLength(1);
    await after(() => media.ask(true));
    expect(video()).toMatchObject({ state: 'requested', by: 'agent', video: true });
    const accept = await give({ type: 'video.accept', chatId });
    expect(vendor.callsOf('StartAvCall')).toEqual([['sid-1']]);
    expect(video()?.state).toBe('connecting');
    await after(() => media.connect());
    expect([accept.done, video()?.state, video()?.by]).toEqual([true, 'connected', 'agent']);
    expect(told('video')).toEqual(['video.requested', 'video.connected']);
  });

  test.each([
    ['T-77: for a talk alone', false, undefined, false],
    ['T-78: for a video call', true, undefined, true],
    ['T-78: for a video call, without the customer’s camera', true, false, false],
  ])('%s takes the camera only where it was asked for', async (_row, asked, given, sent) => {
    const { media, after, give, chatId, vendor, video } = await heard();
    await after(() => media.ask(asked));
    await give({ type: 'video.accept', chatId, ...(given === undefined ? {} : { video: given }) });
    expect(vendor.callsOf('SetAvConfigs').at(-1)?.[0]).toMatchObject({
      MediaCapture: { audio: { enabled: true }, video: { enabled: sent } },
    });
    expect(video()?.cameraOff).toBe(!sent);
  });

  test('T-84: declined with EndAvCall', async () => {
    const { media, after, give, chatId, vendor, video, told, clock } = await heard();
    await after(() => media.ask(false));
    const decline = await give({ type: 'video.decline', chatId });
    expect(vendor.callsOf('EndAvCall')).toEqual([[]]);
    clock.advance(3_000);
    await settle();
    expect(decline.done).toBe(true);
    expect(video()).toMatchObject({ state: 'ended', endedBy: 'customer', endReason: 'declined' });
    expect(video()?.failure).toBeUndefined();
    expect(told('video')).toEqual(['video.requested', 'video.disconnected']);
  });

  test('T-81: taken in another tab, it is over here, and says so', async () => {
    const { media, after, vendor, video } = await heard();
    await after(() => media.ask(true));
    const state = { phase: 'ended', by: 'a', video: true, endedBy: 'c' };
    await after(() => vendor.fire('OnAvCallChanged', 'sid-1', state));
    expect(video()).toMatchObject({
      state: 'ended',
      endedBy: 'customer',
      failure: { code: 'elsewhere', text: expect.stringMatching(/another tab/) },
    });
  });

  test('T-83: asked for twice it is one', async () => {
    const { media, after, told } = await heard();
    await after(() => media.ask(true));
    await after(() => media.ask(true));
    expect(told('video')).toEqual(['video.requested']);
  });

  test('T-84: T-192: one of another chat is declined by that chat’s id, and not taken while a call goes on', async () => {
    const vendor = fakeLivechat();
    const page = fakePage({ multilivechat: vendor.object });
    const media = fakeMedia(vendor, page, { own: 'before', sids: ['s1', 's2'] });
    const { client } = await stage({ vendor, page, multi: true });
    const agents = [{ name: 'Kim', id: 'kim-1' }];
    vendor.fire('OnOpenSuccess', [
      { sid: 's1', clientId: 'c1', agents, trans: [] },
      { sid: 's2', clientId: 'c2', agents, trans: [] },
    ]);
    await settle();
    const call = client.execute({ type: 'video.start', chatId: 'tetherfi:s1' });
    await settle();
    media.connect();
    await call;
    media.ask(false, 's2');
    await settle();
    expect(client.chats.get('tetherfi:s2').value?.video?.state).toBe('requested');
    await expect(client.execute({ type: 'video.accept', chatId: 'tetherfi:s2' })).rejects.toMatchObject({
      code: 'invalid-state',
      message: expect.stringMatching(/another chat/),
    });
    await client.execute({ type: 'video.decline', chatId: 'tetherfi:s2' });
    expect(vendor.callsOf('EndAvCall')).toEqual([['s2']]);
    const states = ['s1', 's2'].map((sid) => client.chats.get(`tetherfi:${sid}`).value?.video?.state);
    expect(states).toEqual(['connected', 'ended']);
    await client.execute({ type: 'video.hangUp', chatId: 'tetherfi:s1' });
    expect(vendor.callsOf('EndAvCall')).toEqual([['s2'], ['s1']]);
  });
});

describe.each(['before', 'after'] as const)('our own script, which speaks %s the callbacks', (own) => {
  test('T-80: T-85: tells how a call stands, step by step', async () => {
    const { media, after, give, chatId, video, told } = await mediaStage({ own });
    await give({ type: 'video.start', chatId });
    await after(() => media.tell('connecting'));
    expect(video()?.state).toBe('connecting');
    await after(() => media.connect());
    await after(() =>
      media.tell('connected', {
        remote: { muted: true, cameraOff: true },
        quality: { level: 'fair', rttMs: 80, lossPercent: -1, extra: 'x' },
      }),
    );
    expect(video()).toMatchObject({
      state: 'connected',
      remote: { muted: true, cameraOff: true },
      quality: { level: 'fair', rttMs: 80 },
    });
    await after(() => media.tell('reconnecting'));
    expect(video()?.state).toBe('reconnecting');
    expect(video()?.quality).toBeUndefined();
    await after(() => media.tell('connecting'));
    expect(video()?.state).toBe('reconnecting');
    await after(() => media.tell('connected'));
    expect(video()?.state).toBe('connected');
    await give({ type: 'video.mute', chatId });
    expect(video()?.muted).toBe(true);
    expect(told('video')).toEqual(['video.connected']);
    expect(told('protocol')).toEqual([]);
  });

  test.each([
    [{ endedBy: 'a', why: 'hung-up' }, { endedBy: 'agent', endReason: 'hung-up' }, undefined],
    [{ endedBy: 'a', why: 'declined' }, { endedBy: 'agent', endReason: 'declined' }, /declined/],
    [{ endedBy: 'c', why: 'unanswered' }, { endedBy: 'customer', endReason: 'unanswered' }, /Nobody took/],
    [{ endedBy: 'c', why: 'no-permission' }, { endReason: 'no-permission' }, /Allow them for this site/],
    [{ endedBy: 'c', why: 'no-device' }, { endReason: 'no-device' }, /Connect one/],
    [{ endedBy: 'a', why: 'lost' }, { endReason: 'lost' }, /Check the network/],
    [{ endedBy: 'c', why: 'failed' }, { endReason: 'failed' }, /Try again/],
    [{ endedBy: 'c', why: 'of its own' }, { endReason: 'failed' }, /Try again/],
    [{ endedBy: 's', code: 'NotConnected' }, { endedBy: 'server', endReason: 'failed' }, /No agent/],
    // The agent alone has left: the chat goes on.
    [{ endedBy: 's', why: 'left' }, { endedBy: 'agent', endReason: 'hung-up' }, undefined],
  ])('T-81: P-17: an end by %j', async (more, facts, text) => {
    const { media, after, give, chatId, video, told } = await mediaStage({ own });
    const start = await give({ type: 'video.start', chatId });
    await after(() => media.drop(more));
    expect(video()).toMatchObject({ state: 'ended', ...facts });
    expect(video()?.failure?.text).toEqual(text === undefined ? undefined : expect.stringMatching(text));
    expect(start.error?.code).toBe(text === undefined ? 'invalid-state' : 'vendor-error');
    expect(told('video')).toEqual(['video.disconnected']);
  });

  test('T-81: the chat’s end is the reason of what ends with it', async () => {
    const { media, after, fire, video, told, vendor } = await inCall({ own });
    await after(() => {
      if (own === 'before') media.drop({ endedBy: 's', why: 'left' });
      fire('OnEnd', 'server', undefined, 'agent');
      media.drop({ endedBy: 's', why: 'left' });
    });
    expect(video()).toMatchObject({ state: 'ended', endReason: 'chat-ended' });
    expect(told('video.disconnected')).toHaveLength(1);
    expect(vendor.callsOf('EndAvCall')).toEqual([]);
  });

  test('T-105: T-106: tells how what is shown stands', async () => {
    const { media, after, give, chatId, vendor, cobrowse, told } = await mediaStage({ own });
    await give({ type: 'cobrowse.start', chatId, pointer: true });
    await after(() => media.show());
    expect(cobrowse()).toMatchObject({ state: 'on', pointer: true, annotate: false });
    const state = { dom: true, pointer: true, annotate: false, localStreams: [] };
    await after(() => vendor.fire('OnCobrChanged', 'sid-1', { ...state, phase: 'reconnecting' }));
    expect(cobrowse()?.state).toBe('reconnecting');
    await after(() => vendor.fire('OnCobrChanged', 'sid-1', { ...state, phase: 'connected' }));
    await after(() => media.hide({ endedBy: 'a', why: 'hung-up' }));
    expect(cobrowse()).toMatchObject({ state: 'ended', endedBy: 'agent', endReason: 'hung-up' });
    expect(told('cobrowse')).toEqual(['cobrowse.connected', 'cobrowse.disconnected']);
  });

  test('T-105: what the script itself goes on with after a reload is known by what it shows', async () => {
    const { after, vendor, screen, cobrowse } = await mediaStage({ own });
    const state = { phase: 'reconnecting', pointer: true, annotate: true, localStreams: [] };
    await after(() => vendor.fire('OnCobrChanged', 'sid-1', { ...state, dom: true }));
    expect([cobrowse()?.state, cobrowse()?.annotate, screen()]).toEqual(['reconnecting', true, undefined]);
    await after(() =>
      vendor.fire('OnCobrChanged', 'sid-1', { ...state, dom: true, phase: 'ended', endedBy: 'c' }),
    );
    await after(() => vendor.fire('OnCobrChanged', 'sid-1', { ...state, dom: false, phase: 'starting' }));
    expect([cobrowse()?.state, screen()?.state]).toEqual(['ended', 'starting']);
  });
});

describe('our own script', () => {
  test('T-80: a call that goes on after a reload is there again', async () => {
    const { after, vendor, video, streams } = await heard();
    const { stream } = fakeStream('audio', 'video');
    await after(() =>
      vendor.fire('OnAvCallChanged', 'sid-1', {
        phase: 'reconnecting',
        by: 'c',
        video: true,
        localStreams: [stream],
        remoteStreams: [],
      }),
    );
    expect(video()).toMatchObject({ state: 'reconnecting', by: 'customer', video: true });
    expect(streams().local).toEqual([stream]);
    expect(vendor.callsOf('StartAvCall')).toEqual([]);
  });

  test('T-81: what it says late of a call that is over begins no other', async () => {
    const { media, after, vendor, video } = await inCall({ own: 'before' });
    await after(() => media.drop());
    await after(() => vendor.fire('OnAvCallChanged', 'sid-1', { phase: 'connected', by: 'c', video: true }));
    expect(video()?.state).toBe('ended');
  });

  test('T-81: where it keeps its word to itself, the callback is enough after a while', async () => {
    const { after, vendor, video, clock, media } = await inCall({ own: 'before' });
    const [config] = vendor.callsOf('SetAvConfigs').at(-1) as [{ Display: { OnDisconnected: () => void } }];
    await after(() => config.Display.OnDisconnected());
    expect([video()?.state, media.call?.phase]).toEqual(['connected', 'connected']);
    clock.advance(1_000);
    await settle();
    expect(video()).toMatchObject({ state: 'ended', endReason: 'hung-up' });
  });

  test('T-75: changes devices in the call', async () => {
    const { give, chatId, vendor } = await inCall({ own: 'before' });
    const change = await give({ type: 'video.setDevices', chatId, audio: 'mic-2' });
    expect([change.done, vendor.callsOf('SetAvDevices')]).toEqual([true, [[{ audio: 'mic-2' }]]]);
    vendor.on('SetAvDevices', () => Promise.reject(Object.assign(new Error('x'), { code: 'NoSuchDevice' })));
    const refused = await give({ type: 'video.setDevices', chatId, video: 'cam-9' });
    expect(refused.error).toMatchObject({ code: 'vendor-error', vendorCode: 'NoSuchDevice' });
  });

  test('T-83: of a chat that is not known here nothing is made', async () => {
    const { after, media, video, chat } = await heard();
    const before = chat();
    await after(() => media.ask(true, 'sid-of-another'));
    expect(video()).toEqual(before?.video);
  });
});

describe('a page that is loaded anew', () => {
  test.each(['at-once', 'on-demand'] as const)(
    'T-77: T-80: gives the script what the call had (%s), so that it goes on and sends no more',
    async (load) => {
      const before = await mediaStage({ own: 'before' });
      await before.give({ type: 'video.start', chatId: before.chatId, video: false });
      await before.after(() => before.media.connect());
      const { vendor, chat } = await reloaded(before, { video: { load } });
      expect(vendor.callsOf('SetAvConfigs')).toEqual([
        [
          expect.objectContaining({
            MediaCapture: { audio: { enabled: true }, video: expect.objectContaining({ enabled: false }) },
          }),
        ],
      ]);
      const state = { phase: 'reconnecting', by: 'c', video: false, cameraOff: true };
      vendor.fire('OnAvCallChanged', 'sid-1', state);
      expect(chat()?.video).toMatchObject({ state: 'reconnecting', video: false });
      vendor.fire('OnAvCallChanged', 'sid-1', { ...state, phase: 'ended', endedBy: 'a', why: 'hung-up' });
      expect(chat()?.video).toMatchObject({ state: 'ended', endedBy: 'agent' });
    },
  );

  test('T-108: T-111: T-112: shows no more of the page than before, and goes on where the script does', async () => {
    const before = await mediaStage({ own: 'before' });
    const controls = { textboxes: ['name'], dropdowns: ['country'] };
    const { chatId } = before;
    await before.give({ type: 'cobrowse.start', chatId, controls, pointer: true });
    await before.after(() => before.media.show());
    const { vendor, chat, page } = await reloaded(before);
    expect(vendor.callsOf('SetCobrConfigs')).toEqual([
      [
        expect.objectContaining({ MediaCapture: expect.objectContaining({ video: expect.anything() }) }),
        { textboxId: ['name'], radioButtonId: [], checkboxId: [], dropdownId: ['country'] },
        true,
        false,
      ],
    ]);
    expect(vendor.callsOf('StartCobr')).toEqual([]);
    expect(chat()?.cobrowse).toBeUndefined();
    const state = { dom: true, pointer: true, annotate: false };
    vendor.fire('OnCobrChanged', 'sid-1', { ...state, phase: 'reconnecting' });
    const [config] = vendor.callsOf('SetCobrConfigs')[0] as [{ Display: { OnConnected: () => void } }];
    config.Display.OnConnected();
    expect(chat()?.cobrowse).toMatchObject({ state: 'on', pointer: true });
    vendor.fire('OnCobrChanged', 'sid-1', { ...state, phase: 'ended', endedBy: 'a', why: 'hung-up' });
    expect(chat()?.cobrowse).toMatchObject({ state: 'ended', endedBy: 'agent' });
    expect([...page.stored.keys()].filter((key) => key.endsWith('.show'))).toEqual([]);
  });

  test('T-106: T-114: goes on at each page that follows, and is stopped there', async () => {
    const before = await mediaStage({ own: 'before' });
    await before.give({ type: 'cobrowse.start', chatId: before.chatId, annotate: true });
    await before.after(() => before.media.show());
    const second = await reloaded(before);
    const state = { dom: true, pointer: false, annotate: true };
    second.vendor.fire('OnCobrChanged', 'sid-1', { ...state, phase: 'starting' });
    second.vendor.fire('OnCobrChanged', 'sid-1', { ...state, phase: 'connected' });
    expect(second.chat()?.cobrowse).toMatchObject({ state: 'on', annotate: true });
    second.vendor.fire('OnCobrChanged', 'sid-1', { ...state, phase: 'ended', endedBy: 'c', why: 'left' });
    await settle();
    expect(second.chat()?.cobrowse).toMatchObject({ state: 'ended', endedBy: 'customer' });
    const third = await reloaded(second);
    expect(third.vendor.callsOf('SetCobrConfigs').map(([, ...rest]) => rest)).toEqual([
      [{ textboxId: [], radioButtonId: [], checkboxId: [], dropdownId: [] }, false, true],
    ]);
    third.vendor.on('EndCobr', () => {
      third.vendor.fire('OnCobrChanged', 'sid-1', { ...state, phase: 'ended', endedBy: 'c', why: 'hung-up' });
    });
    third.vendor.fire('OnCobrChanged', 'sid-1', { ...state, phase: 'connected' });
    await third.client.execute({ type: 'cobrowse.stop', chatId: third.chatId });
    expect(third.vendor.callsOf('EndCobr')).toEqual([[true, true]]);
    expect(third.chat()?.cobrowse).toMatchObject({ state: 'ended', endedBy: 'customer' });
    const fourth = await reloaded(third);
    expect(fourth.vendor.callsOf('SetCobrConfigs')).toEqual([]);
  });

  test.each([
    { endedBy: 'a', why: 'hung-up' },
    { endedBy: 's', why: 'left' },
    { endedBy: 'c', why: 'lost' },
  ])('T-106: loads nothing for what had ended by %j', async (end) => {
    const before = await mediaStage({ own: 'before' });
    await before.give({ type: 'cobrowse.start', chatId: before.chatId });
    await before.after(() => before.media.show());
    await before.after(() => before.media.hide(end));
    const { vendor, page } = await reloaded(before);
    expect(vendor.callsOf('SetCobrConfigs')).toEqual([]);
    expect(page.loaded.filter((url) => url.includes('cobrowse'))).toEqual([]);
  });

  test('T-106: forgets a screen of the page before, which the script ends', async () => {
    const before = await mediaStage({ own: 'before' });
    await before.give({ type: 'screen.start', chatId: before.chatId });
    await before.after(() => before.media.show());
    const { vendor, chat, page } = await reloaded(before);
    const keys = (): string[] => [...page.stored.keys()].filter((key) => key.endsWith('.show'));
    expect(keys()).toHaveLength(1);
    const state = { dom: false, screen: true, phase: 'ended', endedBy: 'c', why: 'lost' };
    vendor.fire('OnCobrChanged', 'sid-1', state);
    expect([chat()?.screen, keys()]).toEqual([undefined, []]);
  });

  test('T-108: what the tab remembers and is none of it lists nothing', async () => {
    const before = await mediaStage({ own: 'before' });
    await before.give({ type: 'cobrowse.start', chatId: before.chatId });
    await before.after(() => before.media.show());
    const [key = '', kept = ''] = [...before.page.stored].find(([each]) => each.endsWith('.show')) ?? [];
    const spoilt = { ...(JSON.parse(kept) as object), controls: { textboxes: [5, null], dropdowns: 'all' } };
    before.page.memory.write(key, JSON.stringify({ ...spoilt, pointer: 'yes', annotate: 1 }));
    const { vendor } = await reloaded(before);
    expect(vendor.callsOf('SetCobrConfigs')[0]?.slice(1)).toEqual([
      { textboxId: [], radioButtonId: [], checkboxId: [], dropdownId: [] },
      false,
      false,
    ]);
  });

  test('T-106: T-81: has nothing of what was over before', async () => {
    const before = await inCall({ own: 'before' });
    const { chatId } = before;
    await before.give({ type: 'cobrowse.start', chatId });
    await before.give({ type: 'cobrowse.stop', chatId });
    await before.give({ type: 'video.hangUp', chatId });
    const { vendor, page } = await reloaded(before);
    expect([vendor.callsOf('SetCobrConfigs'), vendor.callsOf('SetAvConfigs')]).toEqual([[], []]);
    expect(page.loaded.filter((url) => !url.includes('/livechat/'))).toEqual([]);
  });
});

test.each([
  ['no-permission', /Allow them for this site/],
  ['no-device', /Connect one/],
])('T-75: devices that can’t be had (%s) are refused with advice', async (code, text) => {
  const { give, chatId, vendor, video } = await inCall({ own: 'before' });
  vendor.on('SetAvDevices', () => Promise.reject(Object.assign(new Error('canary'), { code })));
  const { error } = await give({ type: 'video.setDevices', chatId, video: 'cam-9' });
  expect(error).toMatchObject({ vendorCode: code, message: expect.stringMatching(text) });
  expect(video()?.state).toBe('connected');
});
