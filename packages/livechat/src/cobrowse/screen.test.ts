/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { createPeer } from '../media/createPeer.js';
import type { Peer } from '../media/peer.js';
import { FakeStream, FakeTrack } from '../testing/fakeMedia.js';
import { fakeNetwork } from '../testing/fakeNetwork.js';
import type { FakeNetwork } from '../testing/fakePeerConnection.js';
import { readSignal } from '../media/readSignal.js';
import { customer, type Customer } from './testing/customer.js';

const video = { enabled: true, width: 1920, height: 1080, frameRate: 6 };
const screenAlone = { MediaCapture: { video }, DomCapture: { enabled: false } };

interface Shared {
  readonly page: Customer;
  readonly network: FakeNetwork;
  /** The agent takes it and its peer answers. */
  take(): Promise<Peer>;
}

function sharing(config: object, more: object = {}): Shared {
  const page = customer((rtc) => real.create(rtc));
  const real = fakeNetwork(page.clock);
  page.call('SetCobrConfigs', { ...config, Display: { ...page.display, ...more } }, undefined, true, true);
  return {
    page,
    network: real,
    async take() {
      const peer = createPeer({
        polite: false,
        create: (rtc) => real.create(rtc),
        config: {},
        clock: page.clock,
        send: (signal) => page.says(signal),
        changed: () => undefined,
      });
      let taken = 0;
      const pump = (): void => {
        for (; taken < page.sent.length; taken += 1) {
          const signal = readSignal(page.sent[taken]?.data);
          if (signal !== undefined) peer.take(signal);
        }
        page.clock.setTimeout(pump, 5);
      };
      page.agent({ step: 'take' });
      pump();
      await page.clock.pass(1_000);
      return peer;
    },
  };
}

const stopped = (stream: FakeStream): boolean =>
  stream.getTracks().every(({ readyState }) => readyState === 'ended');

test('T-98, T-99, T-100: the screen is asked for with the size and rate of the configuration', async () => {
  const { page } = sharing(screenAlone);
  page.call('StartCobr');
  await page.clock.pass(1);
  expect(page.asked).toEqual([
    {
      video: { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 6, max: 6 } },
      audio: false,
    },
  ]);
  expect(page.steps).toEqual([
    {
      step: 'ask',
      kind: 'cobr',
      wants: { dom: false, screen: true, audio: false, pointer: false, annotate: false },
    },
  ]);
});

test('T-94, T-95: sound is captured where it is enabled, with its constraints', async () => {
  const audio = { enabled: true, autoGainControl: false, noiseSuppression: true, echoCancellation: false };
  const { page } = sharing({ MediaCapture: { video, audio } });
  page.call('StartCobr');
  await page.clock.pass(1);
  const { enabled: _enabled, ...constraints } = audio;
  expect(page.asked[0]?.audio).toEqual(constraints);
});

test('T-96, T-97: noise suppression and echo cancellation are on unless set otherwise', async () => {
  const { page } = sharing({ MediaCapture: { video, audio: { enabled: true } } });
  page.call('StartCobr');
  await page.clock.pass(1);
  expect(page.asked[0]?.audio).toEqual({
    autoGainControl: true,
    noiseSuppression: true,
    echoCancellation: true,
  });
});

test('T-105, T-106: a screen alone is connected when it arrives at the agent, and its tracks stop at the end', async () => {
  const { page, network, take } = sharing(screenAlone);
  page.call('StartCobr');
  await page.clock.pass(1);
  expect(page.calls).toEqual([]);
  const agent = await take();
  expect(agent.state.remote).toHaveLength(1);
  expect(page.calls).toEqual(['connected 0 1']);
  expect(page.screen.getTracks()[0]).toMatchObject({ contentHint: 'detail' });
  expect(network.configs.at(-1)).toEqual({
    iceServers: [{ urls: 'stun:server.example' }],
    iceTransportPolicy: 'all',
  });
  expect(page.sent.some(({ data }) => data.k === 'ev')).toBe(false);
  expect(document.querySelector('[role=status]')?.textContent).toBe('An agent sees your screen.');
  page.call('EndCobr', true);
  expect(stopped(page.screen)).toBe(true);
  expect(page.calls).toEqual(['connected 0 1', 'disconnected']);
});

test('T-92, T-93, T-101: own ICE servers and policy are used, and none of the server’s', async () => {
  const iceServers = [{ urls: 'turn:proxy.example', credential: 'c', username: 'u' }];
  const { page, network, take } = sharing({
    ...screenAlone,
    MediaTransport: { iceServers, iceTransportPolicy: 'relay' },
    Signaling: { iceRestart: false },
  });
  page.call('StartCobr');
  await page.clock.pass(1);
  await take();
  expect(network.configs.at(-1)).toEqual({
    iceServers: [{ urls: ['turn:proxy.example'], credential: 'c', username: 'u' }],
    iceTransportPolicy: 'relay',
  });
  page.call('EndCobr', true);
});

test('T-102, T-103, T-104: what is sent keeps to the limits, in kbit/s', async () => {
  const { page, network, take } = sharing({
    ...screenAlone,
    Network: {
      Bandwidth: { SingleVideoTrackLimit: 1_024, CumulativeSessionLimit: 800, SingleAudioTrackLimit: 16 },
    },
  });
  page.call('StartCobr');
  await page.clock.pass(1);
  await take();
  const sender = network.connections.at(-1)?.getSenders()[0];
  expect(sender?.getParameters()).toMatchObject({
    encodings: [{ maxBitrate: 800_000 }],
    degradationPreference: 'maintain-resolution',
  });
  page.call('EndCobr', true);
});

test.each([
  ['a stream', (stream: FakeStream): unknown => stream],
  ['a promise of one', (stream: FakeStream): unknown => Promise.resolve(stream)],
])('T-107: %s of the page’s own canvas takes the place of the screen', async (_what, give) => {
  const canvas = new FakeStream([new FakeTrack('video')]);
  const { page, take } = sharing(screenAlone, { OnAcquireCustomCanvasStream: () => give(canvas) });
  page.call('StartCobr');
  await page.clock.pass(1);
  await take();
  expect(page.asked).toEqual([]);
  expect(page.states().at(-1)?.localStreams).toEqual([canvas]);
  page.call('EndCobr', true);
  expect(stopped(canvas)).toBe(true);
});

test('T-107: as in the document’s sample, a function that gives nothing back leaves it to the screen', async () => {
  const { page } = sharing(screenAlone, { OnAcquireCustomCanvasStream: () => undefined });
  page.call('StartCobr');
  await page.clock.pass(1);
  expect(page.asked).toHaveLength(1);
});

test('the browser’s own “stop sharing” ends it', async () => {
  const { page, take } = sharing({ MediaCapture: { video } });
  page.call('StartCobr');
  await page.clock.pass(1);
  await take();
  page.screen.getTracks()[0]?.unplug();
  await page.clock.pass(1);
  expect(page.steps.at(-1)).toEqual({ step: 'end', why: 'hung-up' });
  expect(page.calls).toEqual(['connected 0 1', 'disconnected']);
});

test.each([
  ['NotAllowedError', 'no-permission'],
  ['NotFoundError', 'no-device'],
  ['AbortError', 'failed'],
])('a screen that is not given (%s) is %s, and nobody is asked', async (name, why) => {
  const { page } = sharing({ MediaCapture: { video } });
  page.denied = name;
  page.call('StartCobr');
  await page.clock.pass(1);
  expect(page.states()).toMatchObject([{ phase: 'ended', why, endedBy: 'c' }]);
  expect(page.steps).toEqual([]);
  page.denied = undefined;
  page.call('StartCobr');
  await page.clock.pass(1);
  expect(page.steps).toHaveLength(1);
});

test('EndCobr while the browser still asks: what is given then is let go of at once', async () => {
  const { page } = sharing({ MediaCapture: { video } });
  page.call('StartCobr');
  page.call('EndCobr', true);
  await page.clock.pass(1);
  expect(stopped(page.screen)).toBe(true);
  expect(page.steps).toEqual([]);
  expect(page.states()).toMatchObject([{ phase: 'ended', why: 'hung-up' }]);
});

test.each([
  ['the agent ends it', (page: Customer): void => page.agent({ step: 'end', why: 'hung-up' })],
  ['the chat ends', (page: Customer): void => page.chatEnds()],
  ['nobody takes it', (page: Customer): void => void page.clock.sleep(46_000)],
])('all tracks are stopped when %s', async (_what, happens) => {
  const { page } = sharing({ MediaCapture: { video } });
  page.call('StartCobr');
  await page.clock.pass(1);
  happens(page);
  await page.clock.pass(1);
  expect(stopped(page.screen)).toBe(true);
  expect(page.calls).toEqual(['disconnected']);
});

test('a screen is not captured anew after a reload: it ends as lost', async () => {
  const { page, take } = sharing({ MediaCapture: { video } });
  page.call('StartCobr');
  await page.clock.pass(1);
  await take();
  page.page = 'page2';
  page.reload();
  page.call('SetCobrConfigs', { MediaCapture: { video } }, undefined, true, true);
  await page.clock.pass(50);
  expect(page.steps.at(-1)).toEqual({ step: 'end', why: 'lost' });
  expect(page.asked).toHaveLength(1);
});
