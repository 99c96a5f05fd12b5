import type { Ref } from 'vue';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * The ids of the live calls, newest first: changes only when a call comes or goes.
 *
 * @example const ids = useCallIds(); // <CallRow v-for="id in ids" :key="id" :id="id" />
 */
export const useCallIds = (): Readonly<Ref<readonly string[]>> => useCurrent(useOffhook().calls.ids);
