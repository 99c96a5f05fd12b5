import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether two secrets are the same, in a time that tells nothing about either. */
export const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
