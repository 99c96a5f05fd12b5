import type { CallReport, Party, Report } from '@offhook/core';
import { defined, fields, text } from '../read.js';
import type { ServiceCall } from './wire.js';

/** A number, or a name, as text: the document's ids are numbers. */
const word = (value: unknown): string | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? String(value) : text(value);

/** Whoever is at one end of the call, if anything is known of them. */
function party(number: unknown, name?: string): Party | undefined {
  const facts = defined<Party>({ number: word(number), name });
  return facts.number || facts.name ? facts : undefined;
}

/** The call's data, an open map: what is text, or reads like it. */
function userDataOf(data: unknown): Readonly<Record<string, string>> {
  const told: [string, string][] = [];
  for (const [key, value] of Object.entries(fields(data))) {
    const said = typeof value === 'boolean' ? String(value) : word(value);
    if (said !== undefined && told.length < 200) told.push([key, said]);
  }
  return Object.fromEntries(told);
}

/** The agent whose phone rings, as the desktop tells of its user. */
const nameOf = (user: unknown): string | undefined => {
  const { fullName, firstName, lastName } = fields(user);
  return (
    text(fullName) ??
    text(
      [firstName, lastName]
        .filter((part) => typeof part === 'string')
        .join(' ')
        .trim(),
    )
  );
};

/** A call that the desktop asked the service about: it rings at an agent's phone. Pure. */
export function translateCall({ id, at, user, caller, callee, userData, queue }: ServiceCall): CallReport {
  const { displayName, name, number } = fields(queue);
  return defined<CallReport>({
    type: 'call',
    ids: [id],
    state: 'ringing',
    direction: 'inbound',
    startedAt: at,
    remote: party(caller),
    local: party(callee, nameOf(user)),
    queue: text(displayName) ?? text(name) ?? word(number),
    linkedId: id,
    sipCallId: text(fields(userData)['SIPCALLID']),
    userData: userDataOf(userData),
  });
}

/** Who works the phone, as the desktop tells of its user. */
export function translateUser({ user }: ServiceCall): readonly Report[] {
  const facts = defined<Extract<Report, { type: 'agent' }>>({
    type: 'agent',
    userId: word(fields(user)['userId']),
    name: nameOf(user),
  });
  return Object.keys(facts).length > 1 ? [facts] : [];
}
