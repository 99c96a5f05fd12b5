import { render } from '@testing-library/svelte';
import { createOffhook } from '@offhook/core';
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

test('it is attached anew only for another connector', () => {
  const { phone } = setUp();
  const asked: (string | undefined)[] = [];
  const client = {
    ...phone,
    attachSoftphone: (element: HTMLElement, connector?: string) => {
      asked.push(connector);
      return phone.attachSoftphone(element, connector);
    },
  };
  const { update, destroy } = softphone(document.createElement('div'), { client, connector: 'one' });
  update?.({ client, connector: 'one' });
  update?.({ client, connector: 'two' });
  update?.(undefined);
  update?.({});
  destroy?.();
  expect(asked).toEqual(['one', 'two', undefined]);
  phone.close();
});
