import { act, render } from '@testing-library/svelte';
import { createOffhook, type AttachOptions } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { softphone } from './index.js';
import { components, modes, showing } from './testing/components.js';

function setUp() {
  const one = fakeConnector({ id: 'one' });
  const two = fakeConnector({ id: 'two' });
  return { one, two, phone: createOffhook({ connectors: [one, two] }) };
}

test.each(modes)(
  '%s: it shows the frame of the connector named, and moves to another when that changes',
  async (mode) => {
    const { one, two, phone } = setUp();
    const { Root, Frame } = components[mode];
    // The client is given to a component that is not the tree's own root.
    const under = (connector?: string) => showing(phone, Root, showing(phone, Frame, { connector }));
    const { container, rerender, unmount } = render(Root, { props: under() });
    const element = container.querySelector('div');
    expect([one.attached, two.attached]).toEqual([[element], []]);
    await rerender(under('two'));
    expect([one.attached, two.attached]).toEqual([[], [element]]);
    await rerender(under('two'));
    expect(two.attached).toEqual([element]);
    unmount();
    expect([one.attached, two.attached]).toEqual([[], []]);
    expect([one.openLinks, two.openLinks]).toEqual([1, 1]);
    phone.close();
  },
);

test.each(modes)(
  '%s: with openOn it is hidden until a call of its vendor comes, and then as large as the widget asks for',
  async (mode) => {
    const one = fakeConnector({ id: 'one', size: { width: 320, height: 480 } });
    const two = fakeConnector({ id: 'two' });
    const phone = createOffhook({ connectors: [one, two] });
    const { Root, Frame } = components[mode];
    const under = (...openOn: NonNullable<AttachOptions['openOn']>) => showing(phone, Frame, { openOn });
    const { container, rerender, unmount } = render(Root, { props: under('ringing') });
    const element = container.querySelector('div');
    expect(element?.hidden).toBe(true);
    await act(() => void two.ring());
    await act(() => void one.dial());
    expect(element?.hidden).toBe(true);
    await act(() => void one.ring());
    expect(element?.hidden).toBe(false);
    expect(element?.style.cssText).toBe('width: 320px; height: 480px;');
    await act(() => phone.closeWidget());
    await rerender(under('ringing'));
    expect(element?.hidden).toBe(true);
    await rerender(under('dialing'));
    expect(element?.hidden).toBe(false);
    expect(one.attached).toEqual([element]);
    unmount();
    expect(one.attached).toEqual([]);
    phone.close();
  },
);

test('it is attached anew only for another connector, or for other states', () => {
  const { phone } = setUp();
  const asked: unknown[] = [];
  const client: typeof phone = {
    ...phone,
    attachSoftphone: (element, connector, options) => {
      asked.push([connector, options?.openOn]);
      return phone.attachSoftphone(element, connector, options);
    },
  };
  const element = document.createElement('div');
  const { update, destroy } = softphone(element, { client, connector: 'one', openOn: ['ringing'] });
  update?.({ client, connector: 'one', openOn: ['ringing'] });
  update?.({ client, connector: 'two', openOn: ['ringing'] });
  update?.({ connector: 'two', openOn: [] });
  expect(element.hidden).toBe(true);
  update?.(undefined);
  update?.({});
  expect(element.hidden).toBe(false);
  destroy?.();
  expect(asked).toEqual([
    ['one', ['ringing']],
    ['two', ['ringing']],
    ['two', []],
    [undefined, undefined],
  ]);
  phone.close();
});
