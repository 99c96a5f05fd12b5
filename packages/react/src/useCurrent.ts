import { useSyncExternalStore } from 'react';
import type { Current } from '@offhook/core';

/**
 * The one bridge between core's streams and React: every other hook is a line on top of it. On a server, and in the
 * first rendering after hydration, it gives `initial`.
 *
 * @example const seconds = useCurrent(useMemo(() => select(phone.focus, talkSeconds), [phone]));
 */
export function useCurrent<T>(current: Current<T>): T {
  return useSyncExternalStore(
    current.listen,
    () => current.value,
    () => current.initial,
  );
}
