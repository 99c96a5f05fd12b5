/** @jest-environment node */
import type { EntryBody, MediaEntryBody, Signal } from '@offhook/livechat';
import { begun, bob, shown } from '../../testing/entries.js';
import { fakeStream } from '../../testing/fakeMedia.js';
import { openDesk, settled } from '../../testing/openDesk.js';
import { adaSteps, annSteps, askCall } from '../../testing/steps.js';

/** Ann's desk with one chat, whose log goes on with these. */
function withChat(rest: readonly EntryBody[] = [], own: readonly string[] = []) {
  const open = openDesk(undefined, own);
  const log: EntryBody[] = [];
  open.welcome();
  const desk = () => open.tell({ t: 'desk', waiting: [], waitingCount: 0, own: [shown('one')], agents: [] });
  async function goesOn(...more: readonly EntryBody[]) {
    log.push(...more);
    open.tell({ t: 'entries', sid: 'one', entries: begun(...log) as never });
    await settled();
  }
  log.push(...rest);
  open.tell({ t: 'entries', sid: 'one', entries: begun(...log) as never });
  desk();
  return {
    ...open,
    goesOn,
    desk: open.desk,
    call: () => open.desk.media.state.call,
    steps: () => open.all('media').map(({ media, step }) => [media, step]),
    /** The ICE servers are told, and the connection is made. */
    async connects() {
      await settled();
      await open.ok(open.last('ice').n, { ice: [{ urls: 'stun:one.example' }] });
      await settled();
    },
    says: (data: Signal, from = 'page-1', media = 'm1') =>
      open.tell({ t: 'signal', sid: 'one', media, from, data }),
    signals: () => open.all('signal'),
  };
}

const stream = fakeStream([], 'ada');

/** Ann is in a call that Ada has asked for. */
async function inCall() {
  const open = withChat([adaSteps(askCall)]);
  open.desk.media.acceptCall('one');
  await settled();
  await open.ok(open.last('media').n);
  await open.goesOn(annSteps({ step: 'take' }));
  await open.connects();
  open.media
    .peer()
    .becomes({ connection: 'connected', remote: [stream], remoteSends: { audio: true, video: true } });
  return open;
}

const areStopped = (open: Awaited<ReturnType<typeof inCall>>): boolean =>
  open.media.tracks.length > 0 && open.media.tracks.every(({ isStopped }) => isStopped);

test('the agent asks: devices first, then the log; it is connected when the customer is heard and seen', async () => {
  const open = withChat();
  open.desk.media.startCall('one');
  expect([open.call()?.phase, open.all('media')]).toEqual(['opening', []]);
  await settled();
  const asked = open.last('media');
  expect(asked).toMatchObject({ sid: 'one', step: 'ask', kind: 'av', wants: { audio: true, video: true } });
  expect(open.call()?.phase).toBe('waiting');
  await open.ok(asked.n);
  const { media } = asked;
  await open.goesOn(annSteps(askCall, media), adaSteps({ step: 'take' }, media));
  expect(open.call()?.phase).toBe('connecting');
  await open.connects();
  expect(open.media.peer().options.config).toEqual({ iceServers: [{ urls: 'stun:one.example' }] });
  expect([open.media.peer().options.polite, open.media.peer().sent.map((each) => each?.id)]).toEqual([
    false,
    ['own'],
  ]);
  open.media.peer().becomes({ connection: 'connected' });
  expect(open.call()?.phase).toBe('connecting');
  open.media.peer().becomes({ remote: [stream], remoteSends: { audio: true, video: false } });
  expect(open.call()).toMatchObject({ phase: 'connected', remote: { muted: false, cameraOff: true } });
});

test('the agent takes what the customer asks for; signals go to the customer’s page, named once', async () => {
  const open = await inCall();
  expect(open.steps()).toEqual([['m1', 'take']]);
  const { options } = open.media.peer();
  options.send({ k: 'here', pc: 'one' });
  options.send({ k: 'sends', audio: true, video: true });
  expect(open.signals()).toEqual([
    { t: 'signal', media: 'm1', sid: 'one', to: 'page-1', data: { k: 'here', pc: 'one' } },
    { t: 'signal', media: 'm1', data: { k: 'sends', audio: true, video: true } },
  ]);
  open.says({ k: 'sends', audio: false, video: true });
  open.says({ k: 'sends', audio: true, video: true }, 'page-of-somebody');
  open.tell({ t: 'signal', sid: 'one', media: 'm1', from: 'page-1', data: { k: 'desc', sdp: 7 } });
  expect(open.media.peer().taken).toEqual([{ k: 'sends', audio: false, video: true }]);
});

test('what the customer says before the ICE servers are known is not lost', async () => {
  const open = withChat([adaSteps(askCall)]);
  open.desk.media.acceptCall('one');
  await settled();
  // Faster than the log.
  open.says({ k: 'here', pc: 'a' });
  await open.ok(open.last('media').n);
  await open.goesOn(annSteps({ step: 'take' }));
  open.says({ k: 'desc', type: 'offer', sdp: 'v=0', pc: 'a' });
  await open.connects();
  expect(open.media.peer().taken.map(({ k }) => k)).toEqual(['here', 'desc']);
});

test.each<[string, readonly EntryBody[], string]>([
  ['the customer hangs up', [adaSteps({ step: 'end', why: 'hung-up' })], 'hung-up'],
  ['the chat ends', [{ type: 'end', by: 'client' }], 'left'],
  ['the agent leaves', [{ type: 'disconnect', agent: { id: 'ann', name: 'Ann' }, how: 'leave' }], 'left'],
])('%s: all devices are let go of, and why is told', async (_, entries, why) => {
  const open = await inCall();
  await open.goesOn(...entries);
  expect([open.call()?.phase, open.call()?.why]).toEqual(['ended', why]);
  expect([areStopped(open), open.media.peer().isClosed, open.media.kept.size]).toEqual([true, true, 0]);
});

test('hanging up lets go of all devices at once, and tells the log, also after a break', async () => {
  const open = await inCall();
  open.socket().break();
  open.desk.media.hangUp();
  expect([areStopped(open), open.call()?.endedBy]).toEqual([true, 'a']);
  await settled();
  open.clock.turn(5_000);
  open.welcome();
  for (let turn = 0; turn < 5; turn += 1) {
    open.clock.turn(1_000);
    await settled();
  }
  expect(open.last('media')).toMatchObject({ media: 'm1', step: 'end', why: 'hung-up' });
});

test('signing out ends the call, and lets go of all devices', async () => {
  const open = await inCall();
  void open.desk.signOut();
  expect([areStopped(open), open.last('media')]).toEqual([true, expect.objectContaining({ step: 'end' })]);
});

test('a page that goes away lets go of all devices, and ends nothing', async () => {
  const open = await inCall();
  open.desk.close();
  expect([areStopped(open), open.steps(), [...open.media.kept]]).toEqual([true, [['m1', 'take']], ['m1']]);
});

test('devices that come after the end are let go of, too', async () => {
  const open = withChat();
  open.desk.media.startCall('one');
  open.desk.media.hangUp();
  await settled();
  expect([areStopped(open), open.all('media')]).toEqual([true, []]);
});

test('permission denied and no device: said as what they are, to both', async () => {
  const denied = withChat([adaSteps(askCall)]);
  denied.media.deny();
  denied.desk.media.acceptCall('one');
  await settled();
  expect(denied.call()).toMatchObject({ phase: 'ended', why: 'no-permission', endedBy: 'a' });
  expect(denied.last('media')).toMatchObject({ media: 'm1', step: 'end', why: 'no-permission' });
  const bare = withChat();
  bare.media.plug();
  bare.desk.media.startCall('one');
  await settled();
  expect([bare.call()?.why, bare.all('media')]).toEqual(['no-device', []]);
});

test('without a camera the call goes on with sound', async () => {
  const open = withChat();
  open.media.plug('mic-1');
  open.desk.media.startCall('one');
  await settled();
  expect(open.call()).toMatchObject({ phase: 'waiting', problem: 'no-camera', devices: { audio: 'mic-1' } });
});

test('nobody answers for 45 seconds: the call is taken back', async () => {
  const open = withChat();
  open.desk.media.startCall('one');
  await settled();
  await open.ok(open.last('media').n);
  open.clock.turn(9_000);
  await open.ok(1);
  expect(open.call()?.phase).toBe('waiting');
  for (let turn = 0; turn < 6; turn += 1) {
    open.clock.turn(6_000);
    open.tell({ t: 'ok', n: 99 });
  }
  expect(open.call()).toMatchObject({ phase: 'ended', why: 'unanswered' });
});

test('T-85: muted and camera off are told to the customer, and what is sent later is muted, too', async () => {
  const open = await inCall();
  open.desk.media.mute(true);
  open.desk.media.turnCamera(true);
  expect(open.media.peer().paused.slice(-2)).toEqual([
    [true, false],
    [true, true],
  ]);
  open.desk.media.choose('audio', 'mic-2');
  await settled();
  const [first, , second] = open.media.tracks;
  expect([first?.isStopped, second?.enabled]).toEqual([true, false]);
  expect(open.call()).toMatchObject({ muted: true, devices: { audio: 'mic-2', video: 'cam-1' } });
});

test('a camera that is unplugged: another takes its place; without one the customer is told', async () => {
  const open = await inCall();
  open.media.plug('mic-1', 'cam-2');
  open.media.tracks[1]?.unplug();
  await settled();
  expect([open.call()?.devices.video, open.call()?.problem]).toEqual(['cam-2', undefined]);
  open.media.plug('mic-1');
  open.media.tracks.at(-1)?.unplug();
  await settled();
  expect([open.call()?.devices.video, open.call()?.problem]).toEqual([undefined, 'camera-gone']);
  expect(open.media.peer().paused.at(-1)).toEqual([false, true]);
});

test('a customer’s page that is silent for 20 seconds, while no media flows, is given up', async () => {
  const open = await inCall();
  open.media.peer().becomes({ connection: 'reconnecting' });
  expect(open.call()?.phase).toBe('reconnecting');
  for (let second = 0; second < 19; second += 1) {
    open.clock.turn(1_000);
    open.tell({ t: 'ok', n: 99 });
  }
  expect(open.call()?.phase).toBe('reconnecting');
  open.clock.turn(2_000);
  expect(open.call()).toMatchObject({ phase: 'ended', why: 'lost' });
  expect([open.last('media').step, areStopped(open)]).toEqual(['end', true]);
});

test('while media flows, a server that is away ends nothing', async () => {
  const open = await inCall();
  open.socket().break();
  open.clock.turn(120_000);
  expect([open.call()?.phase, open.media.peer().isClosed]).toEqual(['connected', false]);
});

test('a page that was loaded anew goes on with its call, at its new seat', async () => {
  const before: readonly MediaEntryBody[] = [adaSteps(askCall), annSteps({ step: 'take' }, 'm1', 'seat-0')];
  const open = withChat(before, ['m1']);
  expect(open.call()?.phase).toBe('opening');
  await settled();
  expect(open.last('media')).toMatchObject({ media: 'm1', step: 'join' });
  open.says({ k: 'desc', type: 'offer', sdp: 'of before' });
  await open.ok(open.last('media').n);
  await open.goesOn(annSteps({ step: 'join' }));
  await open.connects();
  expect([open.call()?.phase, open.media.peer().taken]).toEqual(['reconnecting', []]);
});

test('a call of another window of the agent’s is left to it', async () => {
  const open = withChat([adaSteps(askCall), annSteps({ step: 'take' }, 'm1', 'seat-0')]);
  await settled();
  expect([open.call(), open.all('media')]).toEqual([undefined, []]);
});

test('another agent was faster: the devices are let go of, and nothing is shown', async () => {
  const open = withChat([adaSteps(askCall)]);
  open.desk.media.acceptCall('one');
  await settled();
  await open.ok(open.last('media').n);
  await open.goesOn({ ...annSteps({ step: 'take' }), agent: bob, seat: 'seat-b' });
  expect([open.call(), areStopped(open), open.media.kept.size]).toEqual([undefined, true, 0]);
});

test('both ask at once: the agent takes the customer’s, which was first', async () => {
  const open = withChat();
  open.desk.media.startCall('one');
  await settled();
  const own = open.last('media');
  await open.ok(own.n);
  await open.goesOn(adaSteps(askCall), annSteps(askCall, own.media));
  expect(open.last('media')).toMatchObject({ media: 'm1', step: 'take' });
});

test('one call at a time', async () => {
  const open = await inCall();
  open.desk.media.startCall('two');
  expect(open.call()?.sid).toBe('one');
});

test('the customer’s page is loaded anew: signals go to the new one', async () => {
  const open = await inCall();
  await open.goesOn(adaSteps({ step: 'join' }, 'm1', 'page-2'));
  open.media.peer().options.send({ k: 'sends', audio: true, video: true });
  expect(open.last('signal')).toMatchObject({ sid: 'one', to: 'page-2' });
  open.says({ k: 'here', pc: 'b' }, 'page-2');
  open.says({ k: 'here', pc: 'a' }, 'page-1');
  expect(open.media.peer().taken).toEqual([{ k: 'here', pc: 'b' }]);
});

test('declining tells the log, and opens nothing', async () => {
  const open = withChat([adaSteps(askCall)]);
  open.desk.media.declineCall('one');
  expect(open.last('media')).toMatchObject({ media: 'm1', step: 'end', why: 'declined' });
  expect(open.media.tracks).toEqual([]);
});
