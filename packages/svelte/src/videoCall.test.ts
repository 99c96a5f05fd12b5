import { flushSync } from 'svelte';
import { get, writable } from 'svelte/store';
import { act, fireEvent, render, screen } from '@testing-library/svelte';
import { createOffhook } from '@offhook/core';
import {
  countingIds,
  fakeConnector,
  fakeMediaDevices,
  fakeStream,
  virtualClock,
  watchedClient,
} from '@offhook/testing';
import { cobrowse, mediaDevices, screenShare, videoCall } from './index.js';
import { components, showing } from './testing/components.js';
import { showStore } from './testing/showStore.js';
import Talk from './testing/Talk.svelte';

function setUp() {
  const line = fakeConnector();
  const made = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
  const { client: phone, observed } = watchedClient(made);
  const chats = [line.chat({ state: 'queued' }), line.chat({ state: 'queued' })] as const;
  for (const chat of chats) chat.join('Kim');
  return { line, phone, observed, first: chats[0], second: chats[1] };
}

/** Keeps what each video element is given. */
function watchSrcObject() {
  const given: unknown[] = [];
  const now = new WeakMap<object, unknown>();
  Object.defineProperty(HTMLVideoElement.prototype, 'srcObject', {
    configurable: true,
    get(this: object) {
      return now.get(this) ?? null;
    },
    set(this: object, stream: unknown) {
      now.set(this, stream);
      given.push(stream);
    },
  });
  return given;
}

afterEach(() => void Reflect.deleteProperty(HTMLVideoElement.prototype, 'srcObject'));

test('a video element is given a stream once, however often the call is shown anew', async () => {
  const { phone, first, line, observed } = setUp();
  const given = watchSrcObject();
  const stream = fakeStream('kim');
  const { unmount } = render(components.runes.Root, { props: showing(phone, Talk, { id: first.id }) });
  screen.getByText('no call');
  await act(() => first.requestVideo());
  await act(() => first.streams({ remote: [stream] }));
  await fireEvent.click(screen.getByRole('button', { name: 'Accept' }));
  await act(() => void first.say('Can you see me?'));
  screen.getByText('connected');
  expect(given).toEqual([stream]);
  await fireEvent.click(screen.getByRole('button', { name: 'Hang up' }));
  screen.getByText('ended');
  expect(line.sent.map(({ type }) => type)).toEqual(['video.accept', 'video.hangUp']);
  unmount();
  expect(observed()).toEqual([]);
  phone.close();
});

test('a store of an id shows another chat’s call and streams, and commands mean that chat', async () => {
  const { phone, first, second, line, observed } = setUp();
  const other = fakeStream('other');
  first.requestVideo();
  second.streams({ remote: [other] });
  const id = writable(first.id);
  const { shown, unmount } = showStore(phone, () => videoCall(id));
  expect(shown.at(-1)?.video?.state).toBe('requested');
  flushSync(() => id.set(second.id));
  expect(shown.at(-1)?.video).toBeUndefined();
  expect(shown.at(-1)?.streams.remote[0]).toBe(other);
  await shown.at(-1)?.start({ video: false });
  expect(line.sent).toEqual([{ type: 'video.start', chatId: second.id, video: false }]);
  unmount();
  expect(observed()).toEqual([]);
  phone.close();
});

test('a screen share and co-browsing follow a store of an id too', async () => {
  const { phone, first, second, line, observed } = setUp();
  const id = writable(first.id);
  const share = showStore(phone, () => screenShare(id));
  const page = showStore(phone, () => cobrowse(id));
  flushSync(() => id.set(second.id));
  await share.shown.at(-1)?.start();
  await share.shown.at(-1)?.stop();
  await page.shown.at(-1)?.start({ pointer: true });
  flushSync();
  expect(share.shown.at(-1)?.screen?.state).toBe('ended');
  expect(page.shown.at(-1)?.cobrowse).toMatchObject({ state: 'on', pointer: true });
  expect(line.sent.map((command) => 'chatId' in command && command.chatId)).toEqual([
    second.id,
    second.id,
    second.id,
  ]);
  share.unmount();
  page.unmount();
  expect(observed()).toEqual([]);
  phone.close();
});

test('devices are listened to only while somebody subscribes', async () => {
  const { phone } = setUp();
  const devices = fakeMediaDevices();
  let store: ReturnType<typeof mediaDevices> | undefined;
  const { shown, unmount } = showStore(phone, () => (store = mediaDevices()));
  await act();
  expect(shown.map(({ length }) => length)).toEqual([0, 3]);
  expect(devices.listeners).toBe(1);
  unmount();
  expect(devices.listeners).toBe(0);
  if (store === undefined) throw new Error('There is a store.');
  expect(get(store)).toBe(shown.at(-1));
  devices.restore();
  phone.close();
});
