import { defineComponent, h, KeepAlive, nextTick, ref } from 'vue';
import { mount } from '@vue/test-utils';
import { createOffhook, type OpeningState } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { SoftphoneFrame } from './index.js';
import { given } from './testing/given.js';

function setUp() {
  const one = fakeConnector({ id: 'one' });
  const two = fakeConnector({ id: 'two' });
  const phone = createOffhook({ connectors: [one, two] });
  return { one, two, phone, global: given(phone) };
}

test('it is one div, with whatever a div may have', () => {
  const { phone, global } = setUp();
  const wrapper = mount(SoftphoneFrame, {
    props: { class: 'phone', 'aria-label': 'Softphone', style: { height: '500px' } },
    attrs: { 'data-kind': 'frame' },
    global,
  });
  const frame = wrapper.element as HTMLElement;
  expect(frame.tagName).toBe('DIV');
  expect(
    Object.fromEntries(frame.getAttributeNames().map((name) => [name, frame.getAttribute(name)])),
  ).toEqual({
    class: 'phone',
    'aria-label': 'Softphone',
    'data-kind': 'frame',
    style: 'height: 500px;',
  });
  expect(frame.innerHTML).toBe('');
  wrapper.unmount();
  phone.close();
});

test('it shows the frame of the connector named, and moves to another when that changes', async () => {
  const { one, two, phone, global } = setUp();
  const wrapper = mount(SoftphoneFrame, { global });
  expect([one.attached, two.attached]).toEqual([[wrapper.element], []]);
  await wrapper.setProps({ connector: 'two' });
  expect([one.attached, two.attached]).toEqual([[], [wrapper.element]]);
  await wrapper.setProps({ connector: 'two', class: 'phone' });
  expect(two.attached).toHaveLength(1);
  wrapper.unmount();
  expect([one.attached, two.attached]).toEqual([[], []]);
  expect([one.openLinks, two.openLinks]).toEqual([1, 1]);
  phone.close();
});

test('laid aside by a KeepAlive it shows nothing, and brought back it shows the frame again', async () => {
  const { one, phone, global } = setUp();
  const page = ref('first');
  const pages = Object.fromEntries(
    ['first', 'second'].map((name) => [
      name,
      defineComponent(() => () => h('main', { id: name }, h(SoftphoneFrame))),
    ]),
  );
  const wrapper = mount(
    defineComponent(() => () => h(KeepAlive, null, () => h(pages[page.value] ?? 'p'))),
    { global },
  );
  const places = () => one.attached.map((element) => element.parentElement?.id);
  expect(places()).toEqual(['first']);
  page.value = 'second';
  await nextTick();
  expect(places()).toEqual(['second']);
  page.value = 'first';
  await nextTick();
  expect(places()).toEqual(['first']);
  wrapper.unmount();
  expect(places()).toEqual([]);
  phone.close();
});

describe('with openOn', () => {
  function setUpOpening(openOn?: readonly OpeningState[]) {
    const one = fakeConnector({ id: 'one', size: { width: 320, height: 480 } });
    const two = fakeConnector({ id: 'two' });
    const made = createOffhook({ connectors: [one, two] });
    const asked: (readonly OpeningState[] | undefined)[] = [];
    const phone: typeof made = {
      ...made,
      attachSoftphone: (element, connector, options) => {
        asked.push(options?.openOn);
        return made.attachSoftphone(element, connector, options);
      },
    };
    const show = () => mount(SoftphoneFrame, { props: { openOn, class: 'phone' }, global: given(phone) });
    return { one, two, phone, asked, show };
  }

  const isHidden = (wrapper: { readonly element: unknown }) => (wrapper.element as HTMLElement).hidden;

  test('it is hidden until a call of its vendor comes, and then as large as the widget asks for', () => {
    const { one, two, phone, show } = setUpOpening(['ringing']);
    const wrapper = show();
    expect(isHidden(wrapper)).toBe(true);
    two.ring();
    one.dial();
    expect(isHidden(wrapper)).toBe(true);
    one.ring();
    expect(isHidden(wrapper)).toBe(false);
    expect((wrapper.element as HTMLElement).style.cssText).toBe('width: 320px; height: 480px;');
    phone.closeWidget();
    expect(isHidden(wrapper)).toBe(true);
    expect(one.attached).toEqual([wrapper.element]);
    wrapper.unmount();
    expect(one.attached).toEqual([]);
    phone.close();
  });

  test('a call that rings already opens it as it comes', () => {
    const { one, phone, show } = setUpOpening(['ringing', 'dialing']);
    one.ring();
    expect(isHidden(show())).toBe(false);
    phone.close();
  });

  test('the same states in another list attach nothing anew; other states do, and none show it always', async () => {
    const { one, phone, asked, show } = setUpOpening(['ringing']);
    const wrapper = show();
    await wrapper.setProps({ openOn: ['ringing'] });
    expect(asked).toEqual([['ringing']]);
    await wrapper.setProps({ openOn: [] });
    one.ring();
    expect(isHidden(wrapper)).toBe(true);
    await wrapper.setProps({ openOn: undefined });
    expect(asked).toEqual([['ringing'], [], undefined]);
    expect(isHidden(wrapper)).toBe(false);
    expect((wrapper.element as HTMLElement).style.cssText).toBe('');
    phone.close();
  });
});
