import { type Stored } from './sessionLog.js';

/** So many records are read at once, then others have their turn. */
const pageSize = 500;

/** Reads a long stream page by page, so that it stands in nobody's way for long. */
export async function inPages(
  after: number,
  limit: number,
  read: (after: number, most: number) => Promise<readonly Stored[]>,
): Promise<readonly Stored[]> {
  const most = Math.min(limit, pageSize);
  const first = await read(after, most);
  if (first.length < most || first.length >= limit) return first;
  const all = [...first];
  for (let page = first; page.length === pageSize && all.length < limit;) {
    await new Promise(setImmediate);
    page = await read(all.at(-1)?.seq ?? after, Math.min(pageSize, limit - all.length));
    all.push(...page);
  }
  return all;
}
