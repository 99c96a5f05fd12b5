import { readContact, type Contact } from './contact.js';

/** Contacts in the user's space: the simulator keeps them for each session, for a frame of another site may save nothing. */
export interface SavedContacts {
  load(): Promise<readonly Contact[]>;
  save(contacts: readonly Contact[]): Promise<void>;
  clear(): Promise<void>;
}

export function openSavedContacts(session: string): SavedContacts {
  const url = `/saved-contacts?session=${encodeURIComponent(session)}`;

  async function ask(method: string, body?: string): Promise<Response> {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    if (!response.ok) throw new Error(`The simulator answered ${response.status}.`);
    return response;
  }

  return {
    async load() {
      const contacts: unknown = await (await ask('GET')).json();
      return Array.isArray(contacts) ? contacts.flatMap((value) => readContact(value) ?? []) : [];
    },
    async save(contacts) {
      await ask('POST', JSON.stringify(contacts));
    },
    async clear() {
      await ask('DELETE');
    },
  };
}
