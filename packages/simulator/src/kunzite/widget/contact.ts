import { isRecord } from '../../frame.js';

/** A contact as the vendor's `contacts` frame has it. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly phones: readonly string[];
}

/** What isn't of the documented shape is no contact; the vendor has no way to complain, so it is left out. */
export function readContact(value: unknown): Contact | undefined {
  if (!isRecord(value)) return undefined;
  const { id, name, phones } = value;
  if (typeof id !== 'string' || typeof name !== 'string' || !Array.isArray(phones)) return undefined;
  return { id, name, phones: phones.filter((phone) => typeof phone === 'string') };
}

/** The list of contacts in a host's frame; undefined for any other frame. */
export function contactsIn(frame: unknown): readonly unknown[] | undefined {
  if (!isRecord(frame) || frame['type'] !== 'contacts' || !isRecord(frame['data'])) return undefined;
  const { contacts } = frame['data'];
  return Array.isArray(contacts) ? contacts : undefined;
}
