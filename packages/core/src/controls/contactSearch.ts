import type { Offhook } from '../client.js';
import type { Contact } from '../model/contact.js';
import { combine } from '../stream/select.js';
import type { Current } from '../stream/current.js';
import { createCurrent } from '../stream/state.js';
import { createWatched } from '../stream/watched.js';
import { askHost } from './askHost.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a search box shows. */
export interface ContactSearchState extends ControlStatus {
  /** The best first; those of the query before, while the host looks for the next. */
  readonly contacts: readonly Contact[];
}

/** What a search box needs. The function is bound and never rejects. */
export interface ContactSearch {
  readonly state: Current<ContactSearchState>;
  /** Looks for what somebody has typed; nothing typed finds nobody. An older search is given up. */
  readonly search: (query: string) => Promise<Outcome<readonly Contact[]>>;
}

/** A search box whose query may be kept elsewhere, such as in a component's property. */
export interface ContactSearchBox extends ContactSearch {
  /**
   * The same box, which looks for this query as soon as somebody listens to its state, anew when the host's contacts
   * change, and no longer than somebody does. Without a query it waits for `search`.
   */
  readonly forQuery: (query: string | undefined) => ContactSearch;
}

const nobody: readonly Contact[] = [];

/**
 * Finds the host's contacts while somebody types, by the contacts port or `provide.contacts.search`.
 *
 * @example
 * const { state, search } = contactSearch(phone);
 * await search('jenifer');
 */
export function contactSearch(client: Offhook): ContactSearchBox {
  const { status, attempt } = createRunner(client);
  const found = createCurrent(nobody);
  let giveUp = new AbortController();

  const search = (query: string): Promise<Outcome<readonly Contact[]>> => {
    giveUp.abort();
    const { signal } = (giveUp = new AbortController());
    return attempt(async () => {
      if (query.trim() === '') {
        found.set(nobody);
        return nobody;
      }
      const given = await orGivenUp(
        () => askHost(client.provide.contacts?.search, 'contacts.search', query, signal),
        signal,
      );
      if (!signal.aborted) found.set(given);
      return given;
    });
  };

  const stateWhile = (begin: () => () => void): Current<ContactSearchState> =>
    combine(
      [found, status, createWatched(undefined, begin)],
      (contacts, { pending, lastError }) => ({ contacts, pending, lastError }),
      sameState,
    );
  const box: ContactSearch = { state: stateWhile(() => () => {}), search };

  return {
    ...box,
    forQuery(query) {
      if (query === undefined) return box;
      const state = stateWhile(() => {
        let mine = giveUp;
        const look = (): void => {
          void search(query);
          mine = giveUp;
        };
        look();
        const leave = client.on('contacts.changed', look);
        return () => {
          leave();
          // Another query may have its turn already.
          mine.abort();
        };
      });
      return { state, search };
    },
  };
}

/** What is found; nobody as soon as nobody waits for it any more, which is no fault, be it that the host goes on. */
function orGivenUp(
  look: () => Promise<readonly Contact[]>,
  signal: AbortSignal,
): Promise<readonly Contact[]> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(nobody), { once: true });
    look().then(resolve, reject);
  });
}
