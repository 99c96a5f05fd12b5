import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * The ids of the live calls, newest first: renders only when a call comes or goes.
 *
 * @example const ids = useCallIds(); return ids.map((id) => <CallRow key={id} id={id} />);
 */
export const useCallIds = (): readonly string[] => useCurrent(useOffhook().calls.ids);
