import { defineComponent, h, isReactive, nextTick, ref, type VNode } from 'vue';
import { mount } from '@vue/test-utils';
import { createOffhook } from '@offhook/core';
import {
  countingIds,
  fakeConnector,
  fakeMediaDevices,
  fakeStream,
  virtualClock,
  watchedClient,
} from '@offhook/testing';
import { useCobrowse, useMediaDevices, useScreenShare, useVideoCall } from './index.js';
import { given } from './testing/given.js';
import { inApp } from './testing/inApp.js';

function setUp() {
  const line = fakeConnector();
  const made = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
  const { client: phone, observed } = watchedClient(made);
  const chats = [line.chat({ state: 'queued' }), line.chat({ state: 'queued' })] as const;
  for (const chat of chats) chat.join('Kim');
  return { line, phone, observed, first: chats[0], second: chats[1] };
}

/** What `<video :srcObject.prop="streams.remote[0]" />` compiles to, and the call's state beside it. */
const Talk = defineComponent(
  (props: { readonly id: string }) => {
    const { video, streams } = useVideoCall(() => props.id);
    return (): VNode[] => [
      h('p', `${video.value?.state ?? 'no call'}, ${video.value?.muted === true ? 'muted' : 'heard'}`),
      h('video', { '.srcObject': streams.value.remote[0] }),
    ];
  },
  { props: ['id'] },
);

/** Keeps what each video element is given. */
function watchSrcObject() {
  const shown: unknown[] = [];
  Object.defineProperty(HTMLVideoElement.prototype, 'srcObject', {
    configurable: true,
    set: (stream: unknown) => void shown.push(stream),
  });
  return shown;
}

afterEach(() => void Reflect.deleteProperty(HTMLVideoElement.prototype, 'srcObject'));

test('a video element is given the very stream, once however often the call is shown anew', async () => {
  const { phone, first, second, observed } = setUp();
  const shown = watchSrcObject();
  const [one, other] = [fakeStream('one'), fakeStream('other')];
  const wrapper = mount(Talk, { global: given(phone), props: { id: first.id } });
  first.requestVideo();
  first.streams({ remote: [one] });
  second.streams({ remote: [other] });
  await nextTick();
  first.report({ video: { state: 'connected', muted: true } });
  await nextTick();
  expect(wrapper.text()).toBe('connected, muted');
  expect(shown.filter((stream) => stream !== undefined)).toEqual([one]);
  expect(shown.at(-1)).toBe(one);
  await wrapper.setProps({ id: second.id });
  expect(wrapper.text()).toBe('no call, heard');
  expect(shown.at(-1)).toBe(other);
  wrapper.unmount();
  expect(observed()).toEqual([]);
  phone.close();
});

test('streams and devices are no reactive proxies, which a browser takes for no stream', async () => {
  const { phone, first } = setUp();
  const devices = fakeMediaDevices();
  const stream = fakeStream('kim');
  const { result, unmount } = inApp(phone, () => ({
    ...useVideoCall(first.id),
    devices: useMediaDevices(),
  }));
  first.streams({ remote: [stream] });
  await nextTick();
  expect(result.streams.value.remote[0]).toBe(stream);
  expect(isReactive(result.streams.value.remote)).toBe(false);
  expect(isReactive(result.devices.value)).toBe(false);
  unmount();
  expect(devices.listeners).toBe(0);
  devices.restore();
  phone.close();
});

test('whoever sets an id and commands in the same breath means the new chat, with each of the three', async () => {
  const { line, phone, first, second, observed } = setUp();
  const id = ref(first.id);
  const { result, unmount } = inApp(phone, () => ({
    video: useVideoCall(id),
    screen: useScreenShare(id),
    page: useCobrowse(id),
  }));
  const { start: call } = result.video;
  const { start: share } = result.screen;
  const { start: show } = result.page;
  for (const chat of [first, second]) {
    id.value = chat.id;
    await Promise.all([call({ video: false }), share()]);
    await result.screen.stop();
    await show();
  }
  expect(line.sent.map((command) => `${command.type} ${'chatId' in command ? command.chatId : ''}`)).toEqual(
    [first, second].flatMap((chat) =>
      ['video.start', 'screen.start', 'screen.stop', 'cobrowse.start'].map((type) => `${type} ${chat.id}`),
    ),
  );
  unmount();
  expect(observed()).toEqual([]);
  phone.close();
});
