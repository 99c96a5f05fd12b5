/** Below this many, comparing words is quicker than packing them. */
const few = 12;

/**
 * The words' numbers in the words' order. The first letters of a word and its number are packed into one number, which
 * the engine sorts natively; words that begin alike are sorted by the letters that follow, and so on.
 *
 * @param words Each word followed by a 0, which is less than any letter.
 */
export function sortWords(words: Uint16Array, starts: Uint32Array, count: number): Uint32Array {
  const { codes, base } = alphabet(words, starts[count]);
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  const ranges: number[] = [0, count, 0];
  while (ranges.length > 0) {
    const depth = ranges.pop() as number;
    const to = ranges.pop() as number;
    const from = ranges.pop() as number;
    if (to - from <= few) insert(words, starts, order, from, to, depth);
    else sortByLetters(from, to, depth);
  }
  return order;

  function sortByLetters(from: number, to: number, depth: number): void {
    const size = to - from;
    let letters = 1;
    while (base ** (letters + 1) * size < Number.MAX_SAFE_INTEGER) letters += 1;
    const keys = new Float64Array(size);
    for (let index = 0; index < size; index += 1) {
      let at = starts[order[from + index]] + depth;
      let key = 0;
      for (let letter = 0; letter < letters; letter += 1) {
        const code = codes[words[at]];
        key = key * base + code;
        // The end is 0, and all that would follow is 0 too.
        if (code !== 0) at += 1;
      }
      keys[index] = key * size + index;
    }
    keys.sort();
    const before = order.slice(from, to);
    let groupFrom = 0;
    let groupKey = -1;
    for (let index = 0; index <= size; index += 1) {
      const key = index === size ? -1 : Math.floor(keys[index] / size);
      if (index < size) order[from + index] = before[keys[index] - key * size];
      if (key === groupKey) continue;
      // A key that ends in a 0 holds the whole word.
      if (index - groupFrom > 1 && groupKey % base !== 0)
        ranges.push(from + groupFrom, from + index, depth + letters);
      groupFrom = index;
      groupKey = key;
    }
  }
}

/** The letters that occur, numbered from 1 in their own order: the fewer there are, the more fit into one key. */
function alphabet(words: Uint16Array, length: number): { codes: Uint16Array; base: number } {
  const codes = new Uint16Array(1 << 16);
  for (let at = 0; at < length; at += 1) codes[words[at]] = 1;
  let count = 0;
  codes[0] = 0;
  for (let unit = 1; unit < codes.length; unit += 1) {
    if (codes[unit] === 0) continue;
    count += 1;
    codes[unit] = count;
  }
  return { codes, base: count + 1 };
}

function insert(
  words: Uint16Array,
  starts: Uint32Array,
  order: Uint32Array,
  from: number,
  to: number,
  depth: number,
): void {
  for (let index = from + 1; index < to; index += 1) {
    const word = order[index];
    let at = index;
    while (at > from && compareWords(words, starts[order[at - 1]] + depth, words, starts[word] + depth) > 0) {
      order[at] = order[at - 1];
      at -= 1;
    }
    order[at] = word;
  }
}

/** Below 0 if the word that begins here stands before the other one, 0 if they are the same. */
export function compareWords(
  words: Uint16Array,
  at: number,
  otherWords: Uint16Array,
  otherAt: number,
): number {
  let left = at;
  let right = otherAt;
  while (words[left] === otherWords[right] && words[left] !== 0) {
    left += 1;
    right += 1;
  }
  return words[left] - otherWords[right];
}
