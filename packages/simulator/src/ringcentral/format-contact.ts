import { isRecord } from '../frame.js';

type Contact = Readonly<Record<string, unknown>>;

const phoneTypes = new Set([
  'business',
  'extension',
  'home',
  'mobile',
  'phone',
  'unknown',
  'company',
  'contact',
  'direct',
  'fax',
  'other',
]);

/** A kind of number as the vendor keeps it: `mobilePhone` is `mobile`, and what it doesn't know is `other`. */
function phoneType(type: unknown): string {
  if (typeof type !== 'string' || type === '') return 'unknown';
  const short = type.replace('Phone', '');
  return phoneTypes.has(type) ? type : phoneTypes.has(short) ? short : 'other';
}

/** A contact of the host as the widget keeps it. */
export function formatContact(contact: Contact): Contact {
  const { phoneNumbers } = contact;
  if (!Array.isArray(phoneNumbers)) return contact;
  return {
    ...contact,
    phoneNumbers: phoneNumbers.filter(isRecord).map((phone) => ({
      phoneNumber: phone['phoneNumber'],
      phoneType: phoneType(phone['phoneType']),
    })),
  };
}
