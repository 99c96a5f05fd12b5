import { readFileSync } from 'node:fs';
import path from 'node:path';
import { flushPromises, mount } from '@vue/test-utils';
import { createOffhook } from '@offhook/core';
import { countingIds, fakeConnector, virtualClock } from '@offhook/testing';
import { given } from './testing/given.js';
import Phone from './testing/QuickStart.vue';

test("the README's lines are the ones that are tested here", () => {
  const read = (file: string): string => readFileSync(path.join(__dirname, file), 'utf8');
  expect(read('../README.md')).toContain(read('testing/QuickStart.vue').trim());
});

test('the quick start shows a call that comes in, answers it, hangs up, and dials', async () => {
  const line = fakeConnector();
  const phone = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
  const wrapper = mount(Phone, { global: given(phone) });
  const press = async (name: string): Promise<void> => {
    await wrapper
      .findAll('button')
      .find((button) => button.text() === name)
      ?.trigger('click');
    await flushPromises();
  };
  expect(wrapper.text()).toContain('The phone is ready.');
  line.ring({ number: '+12165550100', name: 'Ann' });
  await flushPromises();
  expect(wrapper.text()).toContain('+12165550100: ringing');
  await press('Answer Ann');
  expect(wrapper.text()).toContain('+12165550100: active');
  expect(wrapper.text()).not.toContain('Answer');
  await press('Hang up');
  expect(wrapper.text()).not.toContain('+12165550100');
  await press('Call the office');
  expect(wrapper.text()).toContain('+12165325078: dialing');
  expect(line.sent.map(({ type }) => type)).toEqual(['call.answer', 'call.hangUp', 'call.dial']);
  expect(line.attached).toHaveLength(1);
  wrapper.unmount();
  phone.close();
});
