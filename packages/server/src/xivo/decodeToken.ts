import { isUtf8 } from 'node:buffer';
import type { XivoClaims } from './xivoCall.js';

const segment = /^[\w-]*$/;

function part(text: string): Record<string, unknown> | undefined {
  if (text === '' || !segment.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  if (!isUtf8(bytes)) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A token's parts, read and not believed. */
export interface DecodedToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: XivoClaims;
  /** Whether anything stands where the signature does. */
  readonly signed: boolean;
}

/** Reads a JSON web token (row X-7) without verifying it; nothing for what isn't one. */
export function decodeToken(token: string): DecodedToken | undefined {
  const parts = token.split('.');
  const [first, second, third] = parts;
  if (parts.length !== 3 || first === undefined || second === undefined || third === undefined)
    return undefined;
  if (!segment.test(third)) return undefined;
  const header = part(first);
  const claims = part(second);
  return header && claims && { header, claims: claims, signed: third !== '' };
}
