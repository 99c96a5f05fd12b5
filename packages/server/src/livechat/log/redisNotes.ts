import { type Redis } from 'ioredis';

/** Asks Redis how it keeps what it has taken, and says what whoever runs it should know of that. */
export async function redisNotes(redis: Redis): Promise<readonly string[]> {
  const unknown =
    'Redis does not say how it keeps what it has taken: see that it runs with appendonly yes, appendfsync always and maxmemory-policy noeviction.';
  const setting = async (name: string): Promise<string> => {
    const reply: unknown = await redis.config('GET', name);
    return Array.isArray(reply) && typeof reply[1] === 'string' ? reply[1] : '';
  };
  try {
    const [appendOnly, fsync, memory, policy] = await Promise.all(
      ['appendonly', 'appendfsync', 'maxmemory', 'maxmemory-policy'].map(setting),
    );
    if (appendOnly === '') return [unknown];
    const notes: string[] = [];
    if (appendOnly !== 'yes') {
      notes.push(
        'Redis has no append-only file: what was acknowledged since its last snapshot is lost when it stops. Set appendonly yes and appendfsync always.',
      );
    } else if (fsync !== 'always') {
      notes.push(
        `Redis writes to its disk with appendfsync ${fsync}: what was acknowledged in the last second or more may be lost when its machine fails. Set appendfsync always.`,
      );
    }
    if (memory !== '0' && policy !== 'noeviction') {
      notes.push(
        `Redis drops what it has when its memory is full (maxmemory-policy ${policy}). Set maxmemory-policy noeviction.`,
      );
    }
    return notes;
  } catch {
    return [unknown];
  }
}
