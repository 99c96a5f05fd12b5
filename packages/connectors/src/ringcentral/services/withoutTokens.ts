import { stripTokens } from '../read.js';

/**
 * A copy of what came without any access token in its texts. May throw for values that no window can send; what
 * holds itself stays so.
 */
export function withoutTokens(value: unknown, copies = new Map<object, unknown>()): unknown {
  if (typeof value === 'string') return stripTokens(value);
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known) return known;
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    copies.set(value, copy);
    for (const each of value as readonly unknown[]) copy.push(withoutTokens(each, copies));
    return copy;
  }
  // Without a prototype, `__proto__` is a key like any other.
  const copy = Object.create(null) as Record<string, unknown>;
  copies.set(value, copy);
  for (const [key, each] of Object.entries(value)) copy[key] = withoutTokens(each, copies);
  return copy;
}
