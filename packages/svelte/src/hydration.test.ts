import { flushSync, hydrate, unmount, type ComponentProps } from 'svelte';
import type { Readable } from 'svelte/store';
import { createOffhook, type Current } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { getOffhook } from './index.js';
import { components, Desk, modes, showing, type Mode } from './testing/components.js';
import { renderOnServer } from './testing/renderOnServer.js';
import { whileListening } from './testing/whileListening.js';

/** Renders on a server what a client has at first, and hydrates it when much has happened. */
function hydrateLate(mode: Mode, given: ComponentProps<typeof Desk>) {
  const line = fakeConnector({ status: 'connecting' });
  const phone = createOffhook({ connectors: [line] });
  const target = document.createElement('div');
  target.innerHTML = renderOnServer(mode, phone, (server) => server.Desk, {});
  const onServer = target.textContent;
  const picture = target.querySelector('img');
  line.becomes('ready');
  line.ring({ id: 'one' });
  const { result: component, complaints } = whileListening(() => {
    const hydrated = hydrate(components[mode].Root, { target, props: showing(phone, Desk, given) });
    flushSync();
    return hydrated;
  });
  return { phone, target, onServer, picture, component, complaints };
}

test.each(modes)(
  '%s: a page is taken over as the server left it, and shows then what is so',
  async (mode) => {
    const { phone, target, onServer, picture, component, complaints } = hydrateLate(mode, {});
    expect(onServer).toMatch(/Wait.*No calls/);
    expect(complaints).toEqual([]);
    expect(target.textContent).toMatch(/Ready.*fake:one/);
    expect(target.querySelector('img')).toBe(picture);
    expect(picture?.getAttribute('src')).toBe('/ready.svg');
    await unmount(component);
    phone.close();
  },
);

test('with the real value at once, Svelte would keep what the server sent: the test can fail', async () => {
  const asStore = <T>(current: Current<T>): Readable<T> => ({
    subscribe(run) {
      run(current.value);
      return current.listen(run);
    },
  });
  const { phone, picture, component, complaints } = hydrateLate('runes', {
    readLine: () => asStore(getOffhook().connection),
    readIds: () => asStore(getOffhook().calls.ids),
  });
  expect(complaints.join()).toContain('hydration_attribute_changed');
  expect(picture?.getAttribute('src')).toBe('/connecting.svg');
  await unmount(component);
  phone.close();
});
