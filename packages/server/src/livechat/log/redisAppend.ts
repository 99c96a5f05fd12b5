import { LogError } from './logError.js';
import { type NamedWrite } from './planAppend.js';
import { type Written } from './sessionLog.js';

/** An append as the script reads it, behind the prefix and the token. */
export const appendArguments = (writes: readonly NamedWrite[]): readonly (string | number)[] =>
  writes.flatMap(({ stream, expect, final, records }) => [
    stream,
    expect ?? '',
    final ? '1' : '',
    records.length,
    ...records.flatMap(({ id, data }) => [id, data]),
  ]);

/** What the script has answered. @throws LogError `conflict` or `closed`; TypeError when it is no answer */
export function readAppended(reply: unknown, writes: readonly NamedWrite[]): readonly (readonly Written[])[] {
  if (!Array.isArray(reply) || !reply.every((part) => typeof part === 'string')) throw new TypeError('REPLY');
  const [word, ...places]: readonly string[] = reply;
  if (word === 'conflict' || word === 'closed') throw new LogError(word, places[0]);
  let at = 0;
  return writes.map(({ records }) =>
    records.map(() => {
      const written = {
        seq: Number(places[at]),
        time: Number(places[at + 1]),
        first: places[at + 2] === '1',
      };
      at += 3;
      return written;
    }),
  );
}
