import { afterUpdate, onMount } from 'svelte';
import * as svelteStore from 'svelte/store';
import { writable, type Readable } from 'svelte/store';
import type { Current, Offhook } from '@offhook/core';
import { requireContext } from './offhookContext.js';

/**
 * A value, a store of one, or a function that gives one. What a store or a function gives may change, and is
 * followed: a function may read runes.
 *
 * @example
 * call('ringcentral:1');
 * call(selectedId); // a store
 * call(() => id);   // `let { id } = $props()`
 */
export type MaybeStoreOrGetter<T extends string | undefined> = T | Readable<T> | (() => T);

/**
 * The one bridge between core's streams and Svelte: every other store is a line on top of it. Until the component
 * tree is mounted, as always on a server and while the page is hydrated, it gives `initial` and observes nothing.
 */
export function storeOf<T>(pick: (client: Offhook) => Current<T>): Readable<T>;
/** One that takes an id, which may change. */
export function storeOf<T, I extends string | undefined>(
  pick: (client: Offhook, id: I) => Current<T>,
  id: MaybeStoreOrGetter<I>,
): Readable<T>;
export function storeOf<T>(
  pick: (client: Offhook, id: string | undefined) => Current<T>,
  id?: MaybeStoreOrGetter<string | undefined>,
): Readable<T> {
  const { client, mounted } = requireContext();
  // Whichever component's turn is first: by then all of them have been rendered.
  if (!mounted.value) onMount(() => mounted.set(true));

  const ids = readableOf(id);
  let picked: { readonly id: string | undefined; readonly current: Current<T> } | undefined;
  // Whoever subscribes again, or beside another, gets the same controls, with what they remember.
  const currentOf = (id: string | undefined): Current<T> => {
    if (picked === undefined || picked.id !== id) picked = { id, current: pick(client, id) };
    return picked.current;
  };

  return {
    subscribe(run) {
      let observed: Current<T> | undefined;
      let leave = (): void => {};
      const leaveIds = ids.subscribe((id) => {
        const current = currentOf(id);
        if (current === observed) return;
        leave();
        observed = current;
        leave = observe(current, mounted, run);
      });
      return () => {
        leaveIds();
        leave();
      };
    },
  };
}

function observe<T>(current: Current<T>, mounted: Current<boolean>, run: (value: T) => void): () => void {
  if (mounted.value) {
    const leave = current.listen(run);
    // After listening: that alone may change it, as with a ticker that stood still.
    run(current.value);
    return leave;
  }
  run(current.initial);
  let leave = mounted.listen(() => {
    leave();
    leave = current.listen(run);
    if (!Object.is(current.value, current.initial)) run(current.value);
  });
  return () => leave();
}

function readableOf<T extends string | undefined>(id: MaybeStoreOrGetter<T>): Readable<T> {
  if (typeof id === 'function') return (toStore ?? readAgain)(id);
  if (typeof id === 'object') return id;
  return {
    subscribe(run) {
      run(id);
      return () => {};
    },
  };
}

// Since Svelte 5; by another name, so that no bundler looks for it in Svelte 4.
const { toStore }: Partial<typeof svelteStore> = svelteStore;

/** In Svelte 4, what a function gives changes when its component does. */
function readAgain<T>(get: () => T): Readable<T> {
  const store = writable(get());
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- in Svelte 5, which never runs this
  afterUpdate(() => store.set(get()));
  return store;
}
