/** A person or company in the host's own data. */
export interface Contact {
  readonly id: string;
  /** Where it comes from, such as the name of the host's CRM. */
  readonly source: string;
  readonly name: string;
  readonly type?: string;
  readonly phones: readonly { readonly number: string; readonly type: string }[];
  readonly emails: readonly string[];
  readonly company?: string;
  readonly deleted?: boolean;
  /** Wall-clock milliseconds. */
  readonly updatedAt?: number;
}

/** The contacts found for a number: `none`, `one` or `many`, or `pending` while the host still looks. */
export interface ContactMatch {
  readonly status: 'pending' | 'none' | 'one' | 'many';
  readonly contacts: readonly Contact[];
}

/** No contact, shared so that calls without one compare equal. */
export const noMatch: ContactMatch = { status: 'none', contacts: [] };

/** The match that these contacts make. */
export function matchOf(contacts: readonly Contact[]): ContactMatch {
  if (contacts.length === 0) return noMatch;
  return { status: contacts.length === 1 ? 'one' : 'many', contacts };
}
