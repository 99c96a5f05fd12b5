import { useSyncExternalStore } from 'react';
import type { Kept } from '../../app/kept.js';

/** What the browser remembers, as it is now. */
export const useKept = <T>(value: Kept<T>): T => useSyncExternalStore(value.subscribe, () => value.value);
