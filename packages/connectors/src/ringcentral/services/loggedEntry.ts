import type { Contact } from '@offhook/core';
import { defined, fields, id, text, type Fields } from '../read.js';
import type { ServiceContext } from './serviceContext.js';

/** What the host has logged, for the widget; nothing of what has no id. */
export function loggedEntry(entry: unknown): Fields | undefined {
  const { id: known, note } = fields(entry);
  return id(known) ? defined<Fields>({ id: id(known), note: text(note) }) : undefined;
}

/** Facts as an entry that the host's system is given without a log between: for the only contact that it may be for. */
export function entryOf<F extends object>(
  { connector, ids }: ServiceContext,
  key: string | undefined,
  { contacts = [], ...facts }: F & { readonly contacts?: readonly Contact[] },
) {
  const [only, another] = contacts;
  return {
    ...(only && another === undefined && { contact: only }),
    ...facts,
    key: `${connector}:${key}`,
    writeId: ids.next(),
  };
}
