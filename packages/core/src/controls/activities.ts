import type { Offhook } from '../client.js';
import type { Activity } from '../model/activity.js';
import { combine } from '../stream/select.js';
import { createWatched } from '../stream/watched.js';
import type { Current } from '../stream/current.js';
import { askHost } from './askHost.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for a contact's history shows. */
export interface ActivitiesState extends ControlStatus {
  /** The newest first; none before they were fetched. */
  readonly activities: readonly Activity[];
}

/** What a screen for a contact's history needs. The functions are bound and never reject. */
export interface Activities {
  readonly state: Current<ActivitiesState>;
  /** Fetches them (anew); the answer of an older request does not replace that of a newer one. */
  readonly refresh: () => Promise<Outcome<readonly Activity[]>>;
  /** Opens one in the host's system. */
  readonly open: (activity: Activity) => Promise<Outcome<unknown>>;
}

const none: readonly Activity[] = [];

/** Those that somebody looks at, or is about to: two screens of one contact share one history, and one request. */
const watched = new WeakMap<Offhook, Map<string, Activities>>();

/**
 * A contact's history, from `provide.activities`. It is fetched when somebody begins to listen, when the host's contacts
 * change while somebody does, and by `refresh`.
 *
 * @example
 * const { state, refresh } = activities(phone, contact.id);
 */
export function activities(client: Offhook, contactId: string): Activities {
  const shared = watched.get(client) ?? new Map<string, Activities>();
  watched.set(client, shared);
  const history = shared.get(contactId) ?? ofContact(client, contactId, shared);
  shared.set(contactId, history);
  return history;
}

function ofContact(client: Offhook, contactId: string, shared: Map<string, Activities>): Activities {
  const { status, attempt } = createRunner(client);
  const found = createWatched(none, () => {
    if (contactId === '' || !client.provide.activities) return () => {};
    looking = true;
    shared.set(contactId, history);
    if (asked === 0) void refresh();
    const leave = client.on('contacts.changed', () => void refresh());
    return () => {
      leave();
      looking = false;
      letGo();
    };
  });
  const letGo = (): void => {
    if (shared.get(contactId) === history) shared.delete(contactId);
  };
  let looking = false;
  let asked = 0;
  let giveUp = new AbortController();

  const refresh = (): Promise<Outcome<readonly Activity[]>> =>
    attempt(async () => {
      giveUp.abort();
      giveUp = new AbortController();
      // Whoever looks later wants what the host has then.
      if (!looking) letGo();
      asked += 1;
      const mine = asked;
      const { list } = client.provide.activities ?? {};
      const given = await askHost(list, 'activities', { id: contactId }, giveUp.signal);
      if (mine === asked) found.set(given);
      return given;
    });

  const history: Activities = {
    state: combine(
      [found, status],
      (activities, { pending, lastError }) => ({ activities, pending, lastError }),
      sameState,
    ),
    refresh,
    open: (activity) => attempt(() => askHost(client.provide.activities?.open, 'activities.open', activity)),
  };
  return history;
}
