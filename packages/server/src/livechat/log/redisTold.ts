/** What a node tells the others, as it goes through Redis. */
export const writeTold = (topic: string, text: string): string => JSON.stringify([topic, text]);

/** Reads it, or nothing when it is none of ours. */
export function readTold(message: string): readonly [topic: string, text: string] | undefined {
  try {
    const value: unknown = JSON.parse(message);
    if (!Array.isArray(value)) return undefined;
    const [topic, text] = value as readonly unknown[];
    return typeof topic === 'string' && typeof text === 'string' ? [topic, text] : undefined;
  } catch {
    return undefined;
  }
}
