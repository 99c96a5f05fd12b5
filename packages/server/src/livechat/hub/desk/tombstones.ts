import { type Desk, type LiveChat, type Tombstone } from './desk.js';

const mostOfWeb = 50;

/** What stands for an ended chat, so that its web session learns of the end (P-6). */
export function addTombstone(
  { tombstones }: Desk,
  tombstone: Tombstone,
  { web }: LiveChat,
  now: number,
): void {
  const own = (tombstones.get(web) ?? []).filter(({ until }) => until > now).slice(1 - mostOfWeb);
  // To the end of the map: the first are over first.
  tombstones.delete(web);
  tombstones.set(web, [...own, tombstone]);
}

/** Pages that open are told of none of these any more. */
export function tellAll({ tombstones }: Desk, web: string): void {
  for (const tombstone of tombstones.get(web) ?? []) tombstone.told = true;
}

/** A start that gives this id is told no more. */
export function tellNamed({ tombstones }: Desk, web: string, clientId: string): void {
  for (const tombstone of tombstones.get(web) ?? [])
    if (tombstone.clientId === clientId) tombstone.named = true;
}

/** A page came to know the ends later. */
export function see({ tombstones }: Desk, web: string, page: string, sids: readonly string[]): void {
  for (const tombstone of tombstones.get(web) ?? [])
    if (sids.includes(tombstone.sid)) tombstone.seen.push(page);
}

/** Those whose time is over are forgotten. */
export function forgetTombstones({ tombstones }: Desk, now: number): void {
  for (const [web, own] of tombstones) {
    if (own.some(({ until }) => until > now)) return;
    tombstones.delete(web);
  }
}

/** The one of an ended chat, while it stands. */
export const tombstoneOf = (
  { tombstones }: Desk,
  web: string,
  sid: string,
  now: number,
): Tombstone | undefined => tombstones.get(web)?.find((one) => one.sid === sid && one.until > now);

/** One that a page has yet to be told of. */
export const untold = ({ tombstones }: Desk, web: string, page: string, now: number): Tombstone | undefined =>
  tombstones.get(web)?.find(({ told, until, seen }) => !told && until > now && !seen.includes(page));

/** The one that an app's own id names, and that no start was told of. */
export const untoldNamed = (
  { tombstones }: Desk,
  web: string,
  clientId: string,
  now: number,
): Tombstone | undefined =>
  tombstones.get(web)?.find((one) => !one.named && one.until > now && one.clientId === clientId);
