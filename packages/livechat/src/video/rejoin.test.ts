import { callScene } from '../testing/calling.js';

async function reloaded(mode: 'after' | 'before' = 'after') {
  const scene = await callScene();
  const { video, agent, sid, pass, browser, install } = scene;
  video.configure();
  const other = agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  video.call('Pause', true, false);
  await pass();
  video.leave();
  await pass(1_000);
  const page = browser.page();
  const next = install(page);
  if (mode === 'before') next.configure();
  page.api.Open();
  await pass();
  if (mode === 'after') next.configure();
  await pass(10_000);
  return { ...scene, next, other };
}

test.each(['before', 'after'] as const)(
  'a page that is loaded anew goes on with its call, configured %s the chat is opened',
  async (mode) => {
    const { next, other, session, page } = await reloaded(mode);
    expect(next.phases()).toEqual(['reconnecting', 'connected']);
    expect(next.display).toEqual(['connected']);
    expect(session()).toMatchObject({ state: 'on', customer: { seat: next.page.id } });
    expect(session()?.customer?.seat).not.toBe(page.id);
    expect(other.peer?.state).toMatchObject({
      connection: 'connected',
      remoteSends: { audio: false, video: true },
    });
    expect(next.states.at(-1)).toMatchObject({ muted: true, cameraOff: false });
  },
);

test('a copy of the page does not take the call', async () => {
  const { video, agent, sid, pass, tab, install, storage, session, page } = await callScene();
  video.configure();
  agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  const copy = install(await tab(), new Map(storage));
  copy.configure();
  await pass(5_000);
  expect(copy.states).toEqual([]);
  expect(session()?.customer?.seat).toBe(page.id);
});

test('an agent who comes anew gets the same call, and the page its new streams', async () => {
  const { video, agent, sid, pass, session } = await callScene();
  video.configure();
  const other = agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  other.vanish();
  await pass(2_000);
  agent('seat2');
  await pass(10_000);
  expect(session()).toMatchObject({ state: 'on', agent: { seat: 'seat2' } });
  expect(video.states.at(-1)?.phase).toBe('connected');
  expect(video.display).toEqual(['connected', 'connected']);
  expect(video.streams[1]?.[0]).not.toEqual(video.streams[0]?.[0]);
});

test('a call that is started at another page of the customer’s goes on there', async () => {
  const { video, agent, sid, pass, tab, install, session } = await callScene();
  video.configure();
  agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  const other = install(await tab(), new Map());
  other.configure();
  other.call('StartAvCall', sid);
  await pass(10_000);
  expect(video.display).toEqual(['connected', 'disconnected']);
  expect(video.states.at(-1)).not.toHaveProperty('why');
  expect(new Set(video.devices.tracks.map(({ readyState }) => readyState))).toEqual(new Set(['ended']));
  expect(other.display).toEqual(['connected']);
  expect(session()).toMatchObject({ state: 'on', customer: { seat: other.page.id } });
});

test('T-81: a page that leaves the chat ends its call for both', async () => {
  const { video, agent, sid, pass, session, page } = await callScene();
  video.configure();
  agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  page.api.Close();
  await pass();
  expect(session()).toMatchObject({ state: 'ended', endedBy: 'c', why: 'hung-up' });
  expect(video.states.at(-1)).toMatchObject({ phase: 'ended', endedBy: 'c', why: 'left' });
  expect(video.display).toEqual(['connected', 'disconnected']);
});
