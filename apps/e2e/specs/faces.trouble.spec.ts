import { call, expectOver } from '../support/faces/calls.js';
import {
  expectBothWays,
  expectGrowth,
  expectTracksOver,
  growthOver,
  hinder,
  unplug,
  type Kept,
} from '../support/faces/keepMedia.js';
import { expect, test } from '../support/faces/test.js';

// A call is made, looked at for some seconds, and ended; the machine does it all in software.
test.setTimeout(90_000);

test('T-81: a customer’s page that is loaded anew is back in the same call, with its one end', async ({
  ann,
  talk,
}) => {
  await call(talk, ann);
  await talk.page.reload();
  await talk.setAv();
  await talk.call('Open');
  await talk.until('OnOpenSuccess');
  await talk.untilCall('connected');
  await expect(ann.callState).toContainText('Connected');
  await expectBothWays([talk.page, ann.page]);
  await expect(ann.call('Hang up')).toBeVisible();
  await ann.call('Hang up').click();
  await expectOver(talk, ann);
});

test('T-81: an agent’s page that is loaded anew is back in the same call', async ({ ann, talk }) => {
  await call(talk, ann);
  await ann.reload();
  await talk.untilCall('connected');
  await expect(ann.callState).toContainText('Connected', { timeout: 20_000 });
  await expectBothWays([talk.page, ann.page]);
  expect((await talk.faces()).avDisconnected).toEqual([]);
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
});

test.describe('a server of its own', () => {
  test.use({ ownBackEnd: true });

  test('T-81: a server that is killed does not end the call, and when it is back the call can be ended', async ({
    ann,
    backEnd,
    talk,
  }) => {
    await call(talk, ann);
    const connections = (): Promise<number> =>
      talk.page.evaluate(() => (Reflect.get(window, 'kept') as Kept).connections.length);
    const before = await connections();
    await backEnd.node?.kill();
    await expect(ann.page.getByRole('status', { name: 'Connection' })).not.toHaveText('Online');
    await expectBothWays([talk.page, ann.page]);
    expect((await talk.faces()).avDisconnected).toEqual([]);
    await backEnd.node?.start();
    await expect(ann.page.getByRole('status', { name: 'Connection' })).toHaveText('Online', {
      timeout: 20_000,
    });
    await expectBothWays([talk.page, ann.page]);
    expect(await connections()).toBe(before);
    await talk.call('EndAvCall');
    await expectOver(talk, ann);
    await expect(ann.callState).toContainText('Ada has hung up');
  });
});

for (const [name, why, told] of [
  ['NotAllowedError', 'no-permission', 'doesn’t allow camera and microphone'],
  ['NotFoundError', 'no-device', 'has no microphone and no camera'],
] as const) {
  test(`T-81: a customer’s devices that answer ${name} end the call once, and say so`, async ({
    ann,
    talk,
  }) => {
    await hinder(talk.page, { refuse: name });
    await talk.call('StartAvCall', await talk.sid());
    await talk.untilCall('ended', { why, endedBy: 'c' });
    await expect.poll(async () => (await talk.faces()).avDisconnected).toEqual([0]);
    await expectTracksOver([talk.page], 0);
    await expect(ann.button('Accept video')).toHaveCount(0);

    await ann.button('Start video').click();
    await expect.poll(async () => (await talk.faces()).asked).toHaveLength(1);
    await talk.call('StartAvCall', await talk.sid());
    await talk.untilCall('ended', { why, endedBy: 'c' });
    await expectTracksOver([talk.page], 0);
    await expectTracksOver([ann.page]);
    await expect(ann.callState).toContainText(told);
    expect((await talk.faces()).avDisconnected).toEqual([0, 0]);
  });

  test(`T-81: an agent’s devices that answer ${name} end the call at both, and say so`, async ({
    ann,
    talk,
  }) => {
    await hinder(ann.page, { refuse: name });
    await talk.call('StartAvCall', await talk.sid());
    await ann.button('Accept video').click();
    await talk.untilCall('ended', { why, endedBy: 'a' });
    await expect.poll(async () => (await talk.faces()).avDisconnected).toEqual([0]);
    await expectTracksOver([talk.page, ann.page], 0);
    await expect(ann.callState).toContainText(why === 'no-device' ? 'Plug one in' : 'Allow both beside');
  });
}

test('T-78: without a camera a video call is had with sound, and both know', async ({ ann, talk }) => {
  await hinder(talk.page, { without: 'video' });
  await call(talk, ann);
  await talk.untilCall('connected', { cameraOff: true, muted: false });
  await expect(ann.callState).toContainText('Ada has the camera off');
  await expectGrowth(ann.page, 'audioReceived', 'audioSent', 'videoSent');
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
});

test('T-85: a camera that is unplugged in mid-call leaves the sound, and both know; a microphone is replaced', async ({
  ann,
  talk,
}) => {
  await call(talk, ann);
  await hinder(talk.page, { without: 'video' });
  await unplug(talk.page, 'video');
  await talk.untilCall('connected', { cameraOff: true, muted: false });
  await expect(ann.callState).toContainText('Ada has the camera off');
  await growthOver(ann.page, 'framesDecoded', 50);
  expect(await growthOver(ann.page, 'framesDecoded', 100)).toBe(0);
  await unplug(talk.page, 'audio');
  await growthOver(ann.page, 'audioEnergy', 50);
  await expectGrowth(ann.page, 'audioEnergy');
  await talk.untilCall('connected', { cameraOff: true, muted: false });
  await talk.call('EndAvCall');
  await expectOver(talk, ann, 1);
});

test('T-81: a tab that is closed in mid-call: the agent is told within half a minute, and the camera is off', async ({
  ann,
  talk,
}) => {
  await call(talk, ann);
  await talk.page.close();
  await expect(ann.callState).not.toContainText('Connected', { timeout: 15_000 });
  await expect(ann.call('Hang up')).toHaveCount(0, { timeout: 30_000 });
  await expect(ann.callState).toContainText('could not be reached any more');
  await expectTracksOver([ann.page]);
});

test('T-81: an agent’s tab that is closed in mid-call: the customer is told within half a minute, once', async ({
  ann,
  talk,
}) => {
  await call(talk, ann);
  await ann.page.close();
  await expect.poll(async () => (await talk.faces()).avDisconnected, { timeout: 40_000 }).toEqual([0]);
  await talk.untilCall('ended', { why: 'lost' });
  await expectTracksOver([talk.page]);
});

test('T-81: devices are changed in the call without a break', async ({ ann, talk }) => {
  await call(talk, ann);
  const connections = (): Promise<number> =>
    talk.page.evaluate(() => (Reflect.get(window, 'kept') as Kept).connections.length);
  const before = await connections();
  const other = await talk.page.evaluate(async () => {
    const [, another] = (await navigator.mediaDevices.enumerateDevices()).filter(
      ({ kind }) => kind === 'audioinput',
    );
    const api = Reflect.get(window, 'livechat') as { SetAvDevices(ids: object): Promise<void> };
    await api.SetAvDevices({ audio: another?.deviceId });
    const { tracks } = Reflect.get(window, 'kept') as Kept;
    const live = [...tracks].filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live');
    return live.map((track) => track.getSettings().deviceId === another?.deviceId);
  });
  expect(other).toEqual([true]);
  await expectBothWays([talk.page, ann.page]);
  expect(await connections()).toBe(before);
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
});
