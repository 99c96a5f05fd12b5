import type { Contact } from '@offhook/core';
import { defined, fields, id, list, listOf, text, texts, type Fields } from '../read.js';

/** The kinds of number that the widget knows (S1-27). */
const phoneTypes: readonly unknown[] = [
  'business',
  'extension',
  'home',
  'mobile',
  'phone',
  'unknown',
  'company',
  'direct',
  'fax',
  'other',
];

/** What a handler gave in place of what was asked for, if it is a list at all. */
export function answered(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('This is no list.');
  return value;
}

/** A contact of the host's for the widget; nothing of what has no id, or no name. Of a deleted one the id is enough. */
export function toWire(contact: unknown, type: string): Fields | undefined {
  const { id: known, name, phones, emails, company, deleted } = fields(contact);
  const gone = deleted === true;
  if (!id(known) || !(text(name) ?? gone)) return undefined;
  return defined<Fields>({
    id: id(known),
    name: text(name) ?? '',
    type,
    phoneNumbers: list(phones).flatMap((phone) => {
      const phoneNumber = text(phone['number']);
      const phoneType = String(text(phone['type'])).toLowerCase();
      return phoneNumber
        ? [{ phoneNumber, phoneType: phoneTypes.includes(phoneType) ? phoneType : 'unknown' }]
        : [];
    }),
    emails: texts(emails) ?? [],
    company: text(company),
    deleted: gone || undefined,
  });
}

/** A contact of the widget's, which may be one that we gave it; nothing of what has no id. */
export function fromWire(contact: unknown): Contact | undefined {
  const { id: known, name, type, contactType, phoneNumbers, emails, company } = fields(contact);
  const contactId = id(known);
  return contactId
    ? defined<Contact>({
        id: contactId,
        source: text(type) ?? '',
        name: text(name) ?? '',
        type: text(contactType),
        phones: list(phoneNumbers).flatMap((phone) => {
          const number = text(phone['phoneNumber']);
          return number ? [{ number, type: text(phone['phoneType']) ?? 'unknown' }] : [];
        }),
        emails: texts(emails) ?? [],
        company: text(company),
      })
    : undefined;
}

/** The contacts among these matches: those of the service, if there are any, for the host knows no others. */
export function contactsFrom(matches: unknown, service: string): readonly Contact[] {
  const all = list(matches).flatMap((each) => listOf(fromWire(each)));
  const ours = all.filter(({ source }) => source === service);
  return ours[0] ? ours : all;
}
