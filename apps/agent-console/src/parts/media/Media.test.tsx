import { act, fireEvent, screen, within } from '@testing-library/react';
import type { EntryBody } from '@offhook/livechat';
import { posted, readToReplay } from '../../replay/messages.js';
import { bob } from '../../testing/entries.js';
import { fakeStream } from '../../testing/fakeMedia.js';
import { settled } from '../../testing/openDesk.js';
import { renderDesk } from '../../testing/renderDesk.js';
import { adaSteps, annSteps, askCall, askShow } from '../../testing/steps.js';

const button = (name: string): HTMLButtonElement => screen.getByRole('button', { name });
const press = async (name: string): Promise<void> => {
  fireEvent.click(button(name));
  await act(settled);
};
const region = (name: string): HTMLElement => screen.getByRole('region', { name });
const words = (name: string): string | null => screen.getByRole('status', { name }).textContent;

/** Ann's page with the chat `Ada`, whose log has these. */
async function withChat(...rest: readonly EntryBody[]) {
  const open = renderDesk();
  open.shows(['Ada']);
  open.log('Ada', ...rest);
  await act(settled);
  return {
    ...open,
    async goesOn(...all: readonly EntryBody[]) {
      open.log('Ada', ...all);
      await act(settled);
    },
    ok: (...given: Parameters<typeof open.ok>) => act(() => open.ok(...given)),
  };
}

/** Ann is in a call with Ada. */
async function inCall() {
  const open = await withChat(adaSteps(askCall));
  await press('Accept video');
  await open.ok(open.last('media').n);
  await open.goesOn(adaSteps(askCall), annSteps({ step: 'take' }));
  await open.ok(open.last('ice').n, { ice: [] });
  const becomes = (state: Parameters<ReturnType<typeof open.media.peer>['becomes']>[0]): void =>
    act(() => open.media.peer().becomes(state));
  becomes({
    connection: 'connected',
    remote: [fakeStream([], 'ada')],
    remoteSends: { audio: true, video: true },
  });
  return { ...open, becomes };
}

/** Ann sees Ada's page. */
async function inShow() {
  const open = await withChat(adaSteps(askShow));
  await open.ok(open.last('media').n);
  await open.goesOn(adaSteps(askShow), annSteps({ step: 'take' }));
  const frame = screen.getByTitle<HTMLIFrameElement>('Co-browsed page');
  const got: unknown[] = [];
  const inside = frame.contentWindow;
  if (inside === null) throw new Error('The frame has no window.');
  inside.postMessage = ((data: unknown, origin: string) =>
    void got.push([readToReplay(data), origin])) as never;
  const posts = (data: unknown, more: object = {}): void =>
    act(() => {
      dispatchEvent(new MessageEvent('message', { data, source: inside, origin: location.origin, ...more }));
    });
  return { ...open, frame, got, posts };
}

test('a customer asks for a call: an alert with both answers; accepting shows the call', async () => {
  const open = await withChat(adaSteps(askCall));
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('Ada asks for a video call.');
  expect(button('Start video').disabled).toBe(true);
  await press('Accept video');
  expect(open.last('media')).toMatchObject({ step: 'take' });
  expect([screen.queryByRole('alert'), words('Call state')]).toEqual([null, 'Connecting …']);
});

test('declining tells it', async () => {
  const open = await withChat(adaSteps(askCall));
  await press('Decline video');
  expect(open.last('media')).toMatchObject({ step: 'end', why: 'declined' });
});

test('the agent starts a call; why it can’t be started is said', async () => {
  const open = await withChat();
  const start = button('Start video');
  expect(start.disabled).toBe(false);
  await press('Start video');
  expect(words('Call state')).toBe('Calling Ada …');
  const described = document.getElementById(start.getAttribute('aria-describedby') ?? '');
  expect([start.disabled, described?.textContent]).toEqual([true, 'The call is on.']);
  await open.goesOn(adaSteps(askCall), { ...annSteps({ step: 'take' }), agent: bob, seat: 'seat-b' });
  const now = document.getElementById(button('Start video').getAttribute('aria-describedby') ?? '');
  expect(now?.textContent).toBe('Bob is in a call with the customer.');
});

test('the customer is seen and heard, the agent sees their own picture and hears not themselves', async () => {
  await inCall();
  const video = within(region('Video'));
  const remote = video.getByLabelText<HTMLVideoElement>('Video of Ada');
  const own = video.getByLabelText<HTMLVideoElement>('Your own picture');
  expect([remote.muted, remote.autoplay, remote.hasAttribute('playsinline')]).toEqual([false, true, true]);
  expect([own.muted, (own.srcObject as MediaStream | null)?.id]).toEqual([true, 'own']);
  expect((remote.srcObject as MediaStream | null)?.id).toBe('ada');
});

test('T-85: mute and camera change their words; the customer’s are told in words', async () => {
  const { media, becomes } = await inCall();
  await press('Mute');
  await press('Camera off');
  expect(media.peer().paused.at(-1)).toEqual([true, true]);
  expect([button('Unmute'), button('Camera on')]).toHaveLength(2);
  expect(screen.queryByLabelText('Your own picture')).toBeNull();
  becomes({ remoteSends: { audio: false, video: false } });
  expect(words('Call state')).toBe('Connected Ada is muted and has the camera off.');
});

test('how good the connection is, is said; and that it is interrupted', async () => {
  const { becomes } = await inCall();
  becomes({ quality: { level: 'poor', rttMs: 512.4, lossPercent: 12.34 } });
  expect(region('Video').textContent).toContain(
    'Poor connection: without the camera you may hear each other better (512 ms, 12 % lost)',
  );
  becomes({ connection: 'reconnecting' });
  expect(words('Call state')).toContain('Reconnecting …');
});

test('devices are chosen in the call', async () => {
  const { media, desk } = await inCall();
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Camera' });
  expect([select.value, [...select.options].map(({ text }) => text)]).toEqual(['cam-1', ['Front', 'Back']]);
  fireEvent.change(select, { target: { value: 'cam-2' } });
  await act(settled);
  expect(desk.media.state.call?.devices.video).toBe('cam-2');
  act(() => media.plug('mic-1', 'cam-2'));
  await act(settled);
  expect([...select.options].map(({ text }) => text)).toEqual(['Back']);
});

test('hanging up: the focus goes on, and what has happened is said until it is closed', async () => {
  await inCall();
  button('Hang up').focus();
  await press('Hang up');
  expect([words('Call state'), document.activeElement]).toEqual(['You have hung up.', button('Close video')]);
  await press('Close video');
  expect(screen.queryByRole('region', { name: 'Video' })).toBeNull();
});

test.each([
  ['hung-up', 'Ada has hung up.'],
  ['no-permission', 'Ada’s browser doesn’t allow camera and microphone.'],
  ['lost', 'Ada could not be reached any more.'],
] as const)('the customer’s end is told with what to do: %s', async (why, text) => {
  const { goesOn } = await inCall();
  await goesOn(adaSteps(askCall), annSteps({ step: 'take' }), adaSteps({ step: 'end', why }));
  expect(words('Call state')).toContain(text);
});

test('permission denied is told with what to do', async () => {
  const open = await withChat();
  open.media.deny();
  await press('Start video');
  expect(words('Call state')).toContain('Allow both beside the address');
});

test('a call is heard and worked while another chat is shown', async () => {
  const open = await inCall();
  open.shows(['Ada', 'Eve']);
  open.log('Eve', adaSteps(askCall, 'm2', 'page-9'));
  fireEvent.click(screen.getByRole('tab', { name: /Eve/ }));
  expect(within(region('Video')).getByRole('heading').textContent).toBe('Video call with Ada');
  expect([button('Accept video').disabled, screen.getByRole('alert').textContent]).toEqual([
    true,
    expect.stringContaining('You are in another call'),
  ]);
  await press('Show chat');
  expect(screen.getByRole('tab', { selected: true }).getAttribute('aria-label')).toBe('Ada');
});

test('the co-browsed page is in a frame that may do nothing to the console', async () => {
  const { frame, posts, last, tell, got } = await inShow();
  expect([frame.getAttribute('sandbox'), frame.getAttribute('src')]).toEqual([
    'allow-scripts allow-same-origin',
    '/agent/replay.html',
  ]);
  posts(posted({ t: 'ready' }));
  expect(last('signal')).toMatchObject({ data: { k: 'whole' } });
  act(() =>
    tell({ t: 'signal', sid: 'Ada', media: 'm1', from: 'page-1', data: { k: 'ev', s: 1, e: [{ type: 4 }] } }),
  );
  expect(got).toEqual([[{ t: 'events', events: [{ type: 4 }] }, location.origin]]);
  expect(words('Co-browse state')).toBe('You see what Ada shows.');
});

test('what other windows and origins post is not heard', async () => {
  const { posts, all } = await inShow();
  posts(posted({ t: 'ready' }), { source: window });
  posts(posted({ t: 'ready' }), { origin: 'https://evil.example' });
  posts({ t: 'ready' });
  expect(all('signal')).toEqual([]);
});

test('the page keeps the shape of the customer’s window', async () => {
  const { posts, frame } = await inShow();
  posts(posted({ t: 'size', width: 400, height: 800 }));
  expect(frame.parentElement?.style.aspectRatio).toBe('400 / 800');
});

test('P-23: the agent draws, takes back and clears', async () => {
  const { desk } = await inShow();
  const layer = document.querySelector('.draw-layer');
  if (layer === null) throw new Error('There is nothing to draw on.');
  layer.getBoundingClientRect = () => ({ left: 0, top: 0, width: 200, height: 100 }) as DOMRect;
  Object.assign(layer, { setPointerCapture: () => undefined });
  const drag = (): void => {
    // jsdom's pointer events have no place; a mouse's have.
    const at = (type: string, clientX: number, clientY: number): boolean =>
      fireEvent(layer, new MouseEvent(type, { bubbles: true, clientX, clientY, button: 0 }));
    at('pointerdown', 20, 10);
    at('pointermove', 100, 50);
    at('pointerup', 100, 50);
  };
  drag();
  expect(desk.media.state.shows['Ada']?.strokes).toEqual([]);
  await press('Draw');
  expect(button('Draw').getAttribute('aria-pressed')).toBe('true');
  drag();
  expect(desk.media.state.shows['Ada']?.strokes.map(({ points }) => points)).toEqual([
    [
      [0.1, 0.1],
      [0.5, 0.5],
    ],
  ]);
  expect(layer.querySelector('.stroke')?.getAttribute('d')).toBe('M0.1 0.1L0.5 0.5');
  await press('Undo');
  expect([button('Undo').disabled, button('Clear').disabled]).toEqual([true, true]);
});

test('without a mouse: arrow keys move a cross, Enter shows the place, Escape goes back', async () => {
  const { desk } = await inShow();
  await press('Point here');
  const cross = screen.getByRole('application');
  expect(document.activeElement).toBe(cross);
  fireEvent.keyDown(cross, { key: 'ArrowRight', shiftKey: true });
  fireEvent.keyDown(cross, { key: 'ArrowUp' });
  expect(words('Cross')).toBe('60 % from the left, 48 % from the top');
  fireEvent.keyDown(cross, { key: 'Enter' });
  expect(desk.media.state.shows['Ada']?.strokes[0]?.points[0]).toEqual([0.62, 0.48]);
  fireEvent.keyDown(cross, { key: 'Escape' });
  expect(document.activeElement).toBe(button('Point here'));
});

test('the customer’s screen is in a region of its own', async () => {
  const wants = { step: 'ask', kind: 'cobr', wants: { screen: true } } as const;
  const open = await withChat(adaSteps(wants));
  await open.ok(open.last('media').n);
  await open.goesOn(adaSteps(wants), annSteps({ step: 'take' }));
  expect(words('Co-browse state')).toBe('Waiting for Ada’s screen …');
  await open.ok(open.last('ice').n, { ice: [] });
  act(() => open.media.peer().becomes({ connection: 'connected', remote: [fakeStream([], 'screen')] }));
  expect(within(region('Screen')).getByLabelText('Screen of Ada')).toBeTruthy();
  expect(screen.queryByTitle('Co-browsed page')).toBeNull();
  await press('Stop co-browsing');
  expect([words('Co-browse state'), document.activeElement]).toEqual([
    'You have ended it.',
    button('Close co-browsing'),
  ]);
});
