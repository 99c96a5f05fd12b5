import { plain } from '../../page/host-bridge.js';
import type { FromPage } from '../page-protocol.js';
import type { ContactIntake } from './contact-intake.js';
import { contactsIn } from './contact.js';

/** The server's log gets larger pushes by their beginning: the contacts themselves never leave the page. */
const TOLD_IN_FULL = 10_000;
const TOLD_OF_MORE = 100;

function told(contacts: readonly unknown[]): readonly unknown[] {
  if (contacts.length <= TOLD_IN_FULL) return contacts;
  return [...contacts.slice(0, TOLD_OF_MORE), { omitted: contacts.length - TOLD_OF_MORE }];
}

/** A frame of the host as the server is told of it; its contacts are held until the server says what of them. */
export function heardFrame(intake: ContactIntake, origin: string, data: unknown): FromPage {
  const contacts = contactsIn(data);
  if (!contacts) return { kind: 'frame', origin, data: plain(data) };
  const held = intake.hold(contacts);
  return {
    kind: 'frame',
    origin,
    data: plain({ type: 'contacts', data: { contacts: told(contacts) } }),
    held,
  };
}
