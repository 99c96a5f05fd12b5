import type { Invite } from '@offhook/core';
import { formatDate } from '../calls/formatDate.js';
import type { Texts } from '../texts/english.js';

/** One invitation as the log of them shows it. */
export interface InviteRow {
  readonly title: string;
  readonly detail: string;
}

/** An invitation in a line: which kind, of what, when and where; and what one joins by. */
export function inviteRow(invite: Invite, texts: Texts, language: string): InviteRow {
  const { kind, topic, location, details, startsAt, userData } = invite;
  const when = startsAt === undefined ? undefined : formatDate(startsAt, language);
  return {
    title: line(texts.inviteKind[kind], topic),
    detail: line(when, location, details, ...Object.values(userData)),
  };
}

const line = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');
