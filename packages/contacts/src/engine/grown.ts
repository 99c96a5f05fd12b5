/** The same numbers in an array with room for at least this many. Doubles, so that growing costs little on the whole. */
export function grown<T extends Uint8Array<ArrayBuffer> | Uint16Array | Uint32Array>(
  array: T,
  atLeast: number,
): T {
  if (atLeast <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(atLeast, array.length * 2));
  larger.set(array);
  return larger;
}

/** The smallest power of two that keeps a hash table of this many entries at least a quarter empty. */
export function tableSize(entries: number): number {
  let size = 16;
  while (size * 0.75 < entries) size *= 2;
  return size;
}

/** Spreads a hash over all of its bits: tables use the lowest. */
export function mixed(hash: number): number {
  let value = hash ^ (hash >>> 15);
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** An entry of a hash table: eight bits of the hash above, below one more than the number of what it stands for. */
export const tagMask = 0xff000000 | 0;
export const numberMask = 0x00ffffff;
