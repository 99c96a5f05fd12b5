import type { Readable } from 'svelte/store';
import { agentControls, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * Who works the phone at one connector, or at the default one, with what they can do: sign in and out, and say
 * whether they are free.
 *
 * @example
 * const me = agent();
 * // <button onclick={() => $me.setPresence('busy')}>{$me.agent.presence}</button>
 */
export const agent = (connector?: MaybeStoreOrGetter<string | undefined>): Readable<StreamValues['agent']> =>
  storeOf((client, id) => withControls(agentControls(client, id)), connector);
