import type { Call } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * All live calls, newest first. It renders for every change of any of them: a long list does better with
 * {@link useCallIds} and a row for each id that reads {@link useCall}.
 *
 * @example const calls = useCalls(); return <ul>{calls.map((call) => <li key={call.id}>{call.remote.number}</li>)}</ul>;
 */
export const useCalls = (): readonly Call[] => useCurrent(useOffhook().calls.all);
