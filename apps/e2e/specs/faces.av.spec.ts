import { call, expectOver } from '../support/faces/calls.js';
import {
  expectBothWays,
  expectGrowth,
  expectTracksOver,
  flowOf,
  growthOver,
  openConnections,
  type Kept,
} from '../support/faces/keepMedia.js';
import { expect, test } from '../support/faces/test.js';

// A call is made, looked at for some seconds, and ended; the machine does it all in software.
test.setTimeout(90_000);

test('T-7, T-8, T-75: the scripts at the documented paths add the four functions, and change nothing before they are called', async ({
  openPage,
}) => {
  const customer = await openPage();
  const found = await customer.page.evaluate(() => {
    const api = Reflect.get(window, 'livechat') as Record<string, unknown>;
    return ['SetAvConfigs', 'StartAvCall', 'EndAvCall', 'Pause'].map((name) => typeof api[name]);
  });
  expect(found).toEqual(Array.from({ length: 4 }, () => 'function'));
  await customer.setAv();
  const { asked, connections } = await customer.page.evaluate(() => {
    const kept = Reflect.get(window, 'kept') as Kept;
    return { asked: kept.asked.length, connections: kept.connections.length };
  });
  expect([asked, connections]).toEqual([0, 0]);
});

test('T-80, T-78: a customer calls with sound and picture, bytes grow on both sides, and OnConnected is told once with streams', async ({
  ann,
  talk,
}) => {
  await call(talk, ann);
  await expectBothWays([talk.page, ann.page]);
  const streams = { remote: ['audio', 'video'], local: ['audio', 'video'] };
  expect((await talk.faces()).avConnected).toEqual([streams]);
  expect(await openConnections(talk.page)).toBe(1);
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
});

test('T-79: the picture that is sent has the size that the page chose', async ({ ann, talk }) => {
  await talk.setAv({
    MediaCapture: { audio: { enabled: true }, video: { enabled: true, width: 320, height: 240 } },
  });
  await call(talk, ann);
  await expectGrowth(ann.page, 'framesDecoded');
  const { width, height } = await flowOf(ann.page);
  expect([width, height]).toEqual([320, 240]);
  await ann.call('Hang up').click();
  await expectOver(talk, ann);
});

test('T-77: a call with audio alone opens no camera, and sends no picture', async ({ ann, talk }) => {
  await talk.setAv({ MediaCapture: { audio: { enabled: true }, video: { enabled: false } } });
  await call(talk, ann);
  await expectBothWays([talk.page, ann.page], 'audio');
  const kinds = await talk.page.evaluate(() =>
    [...(Reflect.get(window, 'kept') as Kept).tracks].map(({ kind }) => kind),
  );
  expect(kinds).toEqual(['audio']);
  expect(await flowOf(talk.page)).toMatchObject({ videoSent: 0 });
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
});

test('T-85: Pause mutes the customer: the agent hears nothing, is told so, and hears again', async ({
  ann,
  talk,
}) => {
  await call(talk, ann);
  expect(await growthOver(ann.page, 'audioEnergy', 100)).toBeGreaterThan(0.001);
  await talk.call('Pause', true, false);
  await expect(ann.callState).toContainText('Ada is muted');
  await talk.untilCall('connected', { muted: true, cameraOff: false });
  // What was on its way may still be heard.
  await growthOver(ann.page, 'audioEnergy', 25);
  expect(await growthOver(ann.page, 'audioEnergy', 100)).toBeLessThan(0.0001);
  await expectGrowth(ann.page, 'framesDecoded');
  await talk.call('Pause', false, false);
  await expect(ann.callState).not.toContainText('muted');
  await expectGrowth(ann.page, 'audioEnergy');
  expect(await growthOver(ann.page, 'audioEnergy', 100)).toBeGreaterThan(0.001);
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
});

test('T-85: Pause turns the customer’s camera off: frames stop, the agent is told so, and they go on', async ({
  ann,
  talk,
}) => {
  await call(talk, ann);
  await expectGrowth(ann.page, 'framesDecoded');
  await talk.call('Pause', 0, 'yes');
  await expect(ann.callState).toContainText('Ada has the camera off');
  await talk.untilCall('connected', { muted: false, cameraOff: true });
  await growthOver(ann.page, 'framesDecoded', 50);
  expect(await growthOver(ann.page, 'framesDecoded', 100)).toBe(0);
  await expectGrowth(ann.page, 'audioEnergy');
  await talk.call('Pause', false, false);
  await expect(ann.callState).not.toContainText('camera off');
  await expectGrowth(ann.page, 'framesDecoded');
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
});

test('T-85: an agent who mutes and turns the camera off is not heard and not seen, and the page is told', async ({
  ann,
  talk,
}) => {
  await call(talk, ann);
  await ann.call('Mute').click();
  await talk.untilCall('connected', { remote: { muted: true, cameraOff: false } });
  await growthOver(talk.page, 'audioEnergy', 25);
  expect(await growthOver(talk.page, 'audioEnergy', 100)).toBeLessThan(0.0001);
  await ann.call('Camera off').click();
  await talk.untilCall('connected', { remote: { muted: true, cameraOff: true } });
  await growthOver(talk.page, 'framesDecoded', 50);
  expect(await growthOver(talk.page, 'framesDecoded', 100)).toBe(0);
  await ann.call('Unmute').click();
  await ann.call('Camera on').click();
  await talk.untilCall('connected', { remote: { muted: false, cameraOff: false } });
  await expectGrowth(talk.page, 'audioEnergy', 'framesDecoded');
  await ann.call('Hang up').click();
  await expectOver(talk, ann);
});

test('T-81, T-84: the agent hangs up: OnDisconnected is told exactly once, without arguments', async ({
  ann,
  talk,
}) => {
  await call(talk, ann);
  await ann.call('Hang up').click();
  await expectOver(talk, ann);
  await talk.untilCall('ended', { endedBy: 'a', why: 'hung-up' });
  await expect(ann.callState).toContainText('You have hung up');
  // It is over: there is nothing to end.
  await talk.call('EndAvCall');
  await talk.call('EndAvCall');
  await ann.say('Still there?');
  await talk.until('OnMessageReceived', 'Still there?');
  expect((await talk.faces()).avDisconnected).toEqual([0]);
});

test('T-81, T-84: the customer ends it: OnDisconnected is told exactly once, and the next call is another', async ({
  ann,
  talk,
}) => {
  await call(talk, ann);
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
  await expect(ann.callState).toContainText('Ada has hung up');
  await call(talk, ann);
  await expectBothWays([talk.page, ann.page]);
  await talk.call('EndAvCall');
  await expectOver(talk, ann, 2);
  expect((await talk.faces()).avConnected).toHaveLength(2);
});

test('T-80, T-81: of ten calls in a row, each connects and each ends once', async ({ ann, talk }) => {
  await talk.setAv({ MediaCapture: { audio: { enabled: true }, video: { enabled: false } } });
  for (let index = 1; index <= 10; index += 1) {
    // Both sides begin to negotiate at the same moment.
    await call(talk, ann);
    await talk.call('EndAvCall');
    await talk.untilCall('ended');
    await expect(ann.callState).toContainText('hung up');
  }
  expect((await talk.faces()).avConnected).toHaveLength(10);
  await expectOver(talk, ann, 10);
});

test('T-83: the agent asks, and StartAvCall takes it', async ({ ann, talk }) => {
  await ann.button('Start video').click();
  await expect.poll(async () => (await talk.faces()).asked).toHaveLength(1);
  const [asked] = (await talk.faces()).asked;
  expect(asked).toMatchObject({ sid: await talk.sid(), wants: { audio: true, video: true }, agent: 'Ann' });
  // Nobody sees the customer before they agree.
  const opened = await talk.page.evaluate(() => (Reflect.get(window, 'kept') as Kept).tracks.size);
  expect(opened).toBe(0);
  await talk.call('StartAvCall', await talk.sid());
  await talk.untilCall('connected', { by: 'a' });
  await expectBothWays([talk.page, ann.page]);
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
});

test('T-84: an agent’s call that the customer declines opens no camera of theirs, and the agent’s goes off', async ({
  ann,
  talk,
}) => {
  await ann.button('Start video').click();
  await expect.poll(async () => (await talk.faces()).asked).toHaveLength(1);
  await talk.call('EndAvCall');
  await expect(ann.callState).toContainText('Ada has declined the call');
  await expectTracksOver([talk.page], 0);
  await expectTracksOver([ann.page]);
});

test('T-81: a customer’s call that the agent declines ends once, and the camera goes off', async ({
  ann,
  talk,
}) => {
  await talk.call('StartAvCall', await talk.sid());
  await talk.untilCall('calling');
  await ann.button('Decline video').click();
  await talk.untilCall('ended', { endedBy: 'a', why: 'declined' });
  await expect.poll(async () => (await talk.faces()).avDisconnected).toEqual([0]);
  await expectTracksOver([talk.page], 0);
  await expectTracksOver([ann.page], 0);
  expect((await talk.faces()).avConnected).toEqual([]);
});

test('T-83, P-17: a call without an agent, or for a Sid that is not this page’s, is disconnected once and says why', async ({
  ann: _online,
  openPage,
}) => {
  const customer = await openPage();
  await customer.setAv();
  await customer.begin({ eCustName: 'Ada' });
  await customer.until('OnStartSuccess');
  await customer.call('StartAvCall', 'nobody’s');
  await expect.poll(async () => (await customer.faces()).avDisconnected).toEqual([0]);
  await customer.untilCall('ended', { code: 'NotConnected' });
  // More than the document gives it.
  const [[, sid] = []] = await customer.toldWhole('OnStartSuccess');
  await customer.call('StartAvCall', sid);
  await expect.poll(async () => (await customer.faces()).avDisconnected).toEqual([0, 0]);
  await customer.untilCall('ended', { code: 'NotConnected' });
  await expectTracksOver([customer.page], 0);
});

test('T-81: an agent who passes the chat on ends the call, and the next agent can have one', async ({
  ann,
  signIn,
  talk,
}) => {
  const bob = await signIn('Bob');
  await call(talk, ann);
  await ann.button('Transfer').click();
  await ann.dialog('Transfer').getByRole('button', { name: 'Transfer' }).click();
  await talk.until('OnConferenceUserLeft');
  await expectOver(talk, ann);
  await talk.untilCall('ended', { endedBy: 's' });
  await expect.poll(async () => (await talk.told('OnRemoteUserConnected')).at(-1)?.[0]).toBe('Bob');
  await call(talk, bob);
  await expectBothWays([talk.page, bob.page]);
  await talk.call('EndAvCall');
  await expectOver(talk, bob, 2);
});

test('T-81: the end of the chat, by whom it may, is the end of the call', async ({
  ann,
  browser,
  openPage,
  talk,
}) => {
  await call(talk, ann);
  await talk.call('End', 'Thank you');
  await expectOver(talk, ann);
  await talk.untilCall('ended', { endedBy: 's', why: 'left' });

  const context = await browser.newContext();
  const next = await openPage({ context });
  await next.setAv();
  await next.begin({ eCustName: 'Bea' });
  await ann.accept('Bea');
  await next.until('OnRemoteUserConnected');
  await call(next, ann);
  await ann.button('End chat').click();
  await ann.dialog('End chat').getByRole('button', { name: 'End chat' }).click();
  await next.until('OnEnd');
  await expectOver(next, ann);
  await context.close();
});
