import { fields, text } from './read.js';
import type { WireContact } from './wire.js';

/** The most numbers of one contact that are worth a word. */
const mostPhones = 100;

/**
 * A contact for the widget (S3-21): id, name and bare numbers; nothing of what has no id, or no name. One without a
 * number is told as well, since the widget may have known it with one.
 */
export function toWire(contact: unknown): WireContact | undefined {
  const { id, name, phones } = fields(contact);
  const known = text(id);
  const called = text(name);
  if (!known || !called) return undefined;
  const numbers: readonly unknown[] = Array.isArray(phones) ? phones.slice(0, mostPhones) : [];
  return {
    id: known,
    name: called,
    phones: [...new Set(numbers.flatMap((phone) => text(fields(phone)['number']) ?? []))],
  };
}
