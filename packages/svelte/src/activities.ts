import type { Readable } from 'svelte/store';
import { activities as activitiesOf, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * A contact's history in the host's own system, fetched when a component shows it; `open` opens one of it there, and
 * `refresh` fetches it anew. Neither rejects; what went wrong is in `lastError`.
 *
 * @example
 * const history = activities(() => contactId);
 * // {#each $history.activities as activity} <li>{activity.subject}</li> {/each}
 */
export const activities = (contactId: MaybeStoreOrGetter<string>): Readable<StreamValues['activities']> =>
  storeOf((client, contactId) => withControls(activitiesOf(client, contactId)), contactId);
