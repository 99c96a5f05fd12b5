import { useCallback, useSyncExternalStore } from 'react';
import type { Current } from '@offhook/core';

/**
 * As `useCurrent`, of a stream that asks the host while somebody listens. It is left a moment later: StrictMode leaves
 * and comes back at once, and the host is not to be asked twice for that.
 */
export function useAsked<T>(current: Current<T>): T {
  const subscribe = useCallback(
    (changed: () => void) => {
      const leave = current.listen(changed);
      return () => queueMicrotask(leave);
    },
    [current],
  );
  return useSyncExternalStore(
    subscribe,
    () => current.value,
    () => current.initial,
  );
}
