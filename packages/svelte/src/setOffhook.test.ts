import { render } from '@testing-library/svelte';
import { createOffhook, isOffhookError, type Offhook } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { connection, getOffhook, onOffhookEvent, setOffhook } from './index.js';
import { components, modes, showing } from './testing/components.js';
import { createLog } from './testing/log.js';
import Reader from './testing/Reader.svelte';
import { showStore } from './testing/showStore.js';

function twoClients() {
  const outer = fakeConnector({ id: 'outer' });
  const inner = fakeConnector({ id: 'inner' });
  const [first, second] = [outer, inner].map((connector) => createOffhook({ connectors: [connector] }));
  if (first === undefined || second === undefined) throw new Error('There are two clients.');
  return { outer, inner, first, second };
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Gives clients to one component, one after the other, and shows the connection that it then has. */
const shownAfter = (outer: Offhook, ...clients: readonly Offhook[]): readonly unknown[] =>
  showStore(outer, () => {
    for (const client of clients) setOffhook(client);
    return connection();
  }).shown.map((line) => line.connector);

test('the same client may be given again, to the same component or to one below', () => {
  const { first, second } = twoClients();
  expect(new Set(shownAfter(first, first, first))).toEqual(new Set(['outer']));
  for (const client of [first, second]) client.close();
});

test('another client is refused, in the same component as in one below, with what to do', () => {
  const { first, second, outer, inner } = twoClients();
  for (const clients of [[second], [first, second]]) {
    const error = thrownBy(() => shownAfter(first, ...clients));
    expect(isOffhookError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'invalid-state', message: expect.stringContaining('{#key') });
  }
  expect([outer.openLinks, inner.openLinks]).toEqual([1, 1]);
  for (const client of [first, second]) client.close();
});

test('trees beside each other have a client each, and none of them closes it', () => {
  const { first, second, outer, inner } = twoClients();
  const shown = [first, second].map((client) => showStore(client, connection));
  expect(shown.map((each) => each.shown.at(-1)?.connector)).toEqual(['outer', 'inner']);
  for (const each of shown) each.unmount();
  expect([outer.openLinks, inner.openLinks]).toEqual([1, 1]);
  for (const client of [first, second]) client.close();
});

describe.each(modes)('with components of the kind %s', (mode) => {
  test('whatever needs a client says so where none was given', () => {
    const { Frame, Handler } = components[mode];
    for (const mount of [
      () => render(Frame),
      () => render(Handler, { props: { type: 'call.ended', handler: () => {} } }),
    ]) {
      const error = thrownBy(mount);
      expect(isOffhookError(error)).toBe(true);
      expect(error).toMatchObject({ code: 'invalid-state', message: expect.stringContaining('setOffhook(') });
    }
  });

  test('the client itself can be had below the component that it was given to', () => {
    const { first, second } = twoClients();
    let found: Offhook | undefined;
    const read = () => {
      found = getOffhook();
      onOffhookEvent('call.ended', () => {});
      return connection();
    };
    const given = showing(first, Reader, { read, log: createLog() });
    render(components[mode].Root, { props: given });
    expect(found).toBe(first);
    for (const client of [first, second]) client.close();
  });
});
