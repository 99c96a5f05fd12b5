import { type SessionLog } from '../sessionLog.js';

/** Fails unless each acknowledged record is where it was said to be, all are there once, and no number is left out. */
export async function checkAcknowledged(
  log: SessionLog,
  acknowledged: ReadonlyMap<string, number>,
): Promise<void> {
  const places = new Map<string, number>();
  for (const stream of await log.streams('chat:')) {
    const records = await log.read(stream, 0);
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    for (const { id, seq } of records) places.set(`${id} ${stream}`, seq);
  }
  // Both streams of an append, or none.
  const both = await log.read('chat:both', 0);
  expect(places.size).toBe(2 * both.length);
  for (const [key, seq] of acknowledged)
    if (places.get(key) !== seq) throw new Error(`${key} is not at ${seq}.`);
}
