import type { Contact } from '@offhook/core';
import {
  escape,
  fieldEnd,
  flagBase,
  hasCompany,
  hasDeleted,
  hasType,
  hasUpdatedAt,
  itemEnd,
} from './format.js';

const decoder = new TextDecoder();

/** The contact whose record stands in these bytes. */
export function decodeContact(bytes: Uint8Array, from: number, to: number): Contact {
  const text = decoder.decode(bytes.subarray(from, to));
  const raw = text.split(fieldEnd);
  const [id, source, name, company, emails, phones, type, updatedAt, flagText] = text.includes(escape)
    ? raw.map((field, index) => (index === 4 || index === 5 ? field : unescaped(field)))
    : raw;
  const flags = flagText.charCodeAt(0) - flagBase;
  const numbers = items(phones);
  return {
    id,
    source,
    name,
    ...(flags & hasType && { type }),
    phones: Array.from({ length: numbers.length >> 1 }, (_, index) => ({
      number: numbers[2 * index],
      type: numbers[2 * index + 1],
    })),
    emails: items(emails),
    ...(flags & hasCompany && { company }),
    ...(flags & hasDeleted && { deleted: false }),
    ...(flags & hasUpdatedAt && { updatedAt: Number(updatedAt) }),
  };
}

/** A list's items: each is followed by an end, so that an empty list differs from one with an empty text. */
function items(list: string): string[] {
  if (list === '') return [];
  const parts = list.split(itemEnd);
  parts.pop();
  return list.includes(escape) ? parts.map(unescaped) : parts;
}

const unescaped = (text: string): string =>
  text
    .split(escape)
    .map((part, index) =>
      index === 0 ? part : String.fromCharCode(part.charCodeAt(0) - flagBase) + part.slice(1),
    )
    .join('');
