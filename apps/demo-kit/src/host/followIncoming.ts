import type { Contact, Offhook } from '@offhook/core';

/** The contact whose page was opened, and the call that it was opened for. */
export interface OpenedContact {
  readonly callId: string;
  readonly contact: Contact;
}

interface FollowOptions {
  readonly wanted: () => boolean;
  readonly open: (contact: OpenedContact) => void;
}

/**
 * Opens the contact's page for each call that comes in and is matched with one: once over all tabs, in one that is
 * seen. Where several fit, nobody is guessed.
 */
export function followIncoming(client: Offhook, { wanted, open }: FollowOptions): () => void {
  const asked = new Set<string>();
  return client.incomingCalls.listen((calls) => {
    const ringing = new Set(calls.map(({ id }) => id));
    for (const id of asked) if (!ringing.has(id)) asked.delete(id);
    for (const { id, match } of calls) {
      const [contact] = match.contacts;
      if (asked.has(id) || match.status !== 'one' || !contact || !wanted()) continue;
      asked.add(id);
      void client.tabs.runOnce(`open-contact:${id}`, () => open({ callId: id, contact }), 'visible');
    }
  });
}
