import type { Readable } from 'svelte/store';
import type { StreamName, StreamValues } from '@offhook/core';
import { streamStores } from './testing/streamStores.js';

type Stores = { readonly [N in StreamName]: (id: () => string) => Readable<StreamValues[N]> };

test('a binding that lacks a stream, or gives another value, does not compile', () => {
  const { thread, ...others } = streamStores;
  // @ts-expect-error -- `thread` is missing
  const lacking: Stores = others;
  // @ts-expect-error -- `calls` gives no calls
  const mistaken: Stores = { ...streamStores, calls: streamStores.callIds };
  const whole: Stores = { ...others, thread };
  expect(Object.keys(lacking)).toHaveLength(Object.keys(whole).length - 1);
  expect(mistaken.calls).toBe(whole.callIds);
});
