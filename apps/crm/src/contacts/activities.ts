import type { Store } from '../store/openStore.js';

/** An item of a contact's history. */
export interface Activity {
  readonly id: string;
  readonly subject: string;
  /** Wall-clock milliseconds. */
  readonly time: number;
}

/** What was noted of contacts before any call. */
export interface Activities {
  /** The activities that the demo's contacts have from the start. */
  begin(session: string, now: number): void;
  of(session: string, contactId: string): readonly Activity[];
  clear(session: string): void;
}

const dayMs = 86_400_000;

const fromTheStart = [
  { contactId: '3', id: 'activity-1', subject: 'Asked for an offer for two engines', daysAgo: 9 },
  { contactId: '3', id: 'activity-2', subject: 'Sent the offer', daysAgo: 2 },
] as const;

export function createActivities(store: Store): Activities {
  const add = store.prepare<[session: string, contactId: string, id: string, subject: string, time: number]>(
    'insert into activities (session, contact_id, id, subject, time) values (?, ?, ?, ?, ?)',
  );
  const ofContact = store.prepare<[session: string, contactId: string], Activity>(
    'select id, subject, time from activities where session = ? and contact_id = ?',
  );
  const clear = store.prepare<[session: string]>('delete from activities where session = ?');
  return {
    begin(session, now) {
      for (const { contactId, id, subject, daysAgo } of fromTheStart) {
        add.run(session, contactId, id, subject, now - daysAgo * dayMs);
      }
    },
    of: (session, contactId) => ofContact.all(session, contactId),
    clear: (session) => void clear.run(session),
  };
}
