import { render } from '@testing-library/svelte';
import type { Readable } from 'svelte/store';
import type { Offhook } from '@offhook/core';
import { components, showing } from './components.js';
import { createLog } from './log.js';
import Reader from './Reader.svelte';

/** Mounts a component that makes a store, below a root with this client, and keeps what it shows. */
export function showStore<T>(
  client: Offhook,
  read: () => Readable<T>,
): { readonly shown: readonly T[]; unmount(): void } {
  const log = createLog<T>();
  const { unmount } = render(components.runes.Root, { props: showing(client, Reader, { read, log }) });
  return { shown: log.shown, unmount };
}
