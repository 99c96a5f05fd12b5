import type { WordSink } from '../text/readWords.js';
import { grown, mixed, numberMask, tagMask } from './grown.js';
import { fieldBits } from './segment.js';
import { sortWords } from './sortWords.js';

/** The words of contacts that are being read: each distinct word once, and in which contacts it stands. */
export class WordBuilder implements WordSink {
  #words = new Uint16Array(1 << 15);
  #starts = new Uint32Array(1 << 12);
  #hashes = new Uint32Array(1 << 12);
  /** One more than the contact in which the word was seen last. */
  #seen = new Uint32Array(1 << 12);
  /** Hash table: eight bits of a word's hash beside one more than its number, so that few words are read in vain. */
  #table = new Uint32Array(1 << 13);
  #count = 0;
  #pairWords = new Uint32Array(1 << 14);
  #pairs = new Uint32Array(1 << 14);
  #pairCount = 0;
  /** Whose words are being read, and which field. */
  contact = 0;
  field = 0;

  /** Forgets all words, and keeps the room for as many others. */
  clear(): void {
    this.#seen.fill(0, 0, this.#count);
    this.#table.fill(0);
    this.#count = 0;
    this.#pairCount = 0;
  }

  word(units: Uint16Array, length: number, hash: number): void {
    const found = this.#find(units, length, mixed(hash));
    if (this.#seen[found] === this.contact + 1) return;
    this.#seen[found] = this.contact + 1;
    const at = this.#pairCount;
    if (at === this.#pairs.length) {
      this.#pairWords = grown(this.#pairWords, at + 1);
      this.#pairs = grown(this.#pairs, at + 1);
    }
    this.#pairWords[at] = found;
    this.#pairs[at] = (this.contact << fieldBits) | this.field;
    this.#pairCount = at + 1;
  }

  /** The words in order, and their postings. */
  sorted(): {
    words: Uint16Array;
    wordStarts: Uint32Array;
    postingStarts: Uint32Array;
    postings: Uint32Array;
  } {
    const count = this.#count;
    const order = sortWords(this.#words, this.#starts, count);
    const words = new Uint16Array(this.#starts[count]);
    const wordStarts = new Uint32Array(count + 1);
    const ranks = new Uint32Array(count);
    let end = 0;
    for (let rank = 0; rank < count; rank += 1) {
      const word = order[rank];
      ranks[word] = rank;
      wordStarts[rank] = end;
      const to = this.#starts[word + 1];
      for (let at = this.#starts[word]; at < to; at += 1, end += 1) words[end] = this.#words[at];
    }
    wordStarts[count] = end;
    return { words, wordStarts, ...this.#postings(ranks) };
  }

  #postings(ranks: Uint32Array): { postingStarts: Uint32Array; postings: Uint32Array } {
    const pairCount = this.#pairCount;
    const pairWords = this.#pairWords;
    const pairs = this.#pairs;
    const postingStarts = new Uint32Array(ranks.length + 1);
    for (let at = 0; at < pairCount; at += 1) postingStarts[ranks[pairWords[at]] + 1] += 1;
    for (let rank = 0; rank < ranks.length; rank += 1) postingStarts[rank + 1] += postingStarts[rank];
    const next = postingStarts.slice();
    const postings = new Uint32Array(pairCount);
    for (let at = 0; at < pairCount; at += 1) {
      const rank = ranks[pairWords[at]];
      postings[next[rank]] = pairs[at];
      next[rank] += 1;
    }
    return { postingStarts, postings };
  }

  /** The word's number; a new one's if it wasn't known. */
  #find(units: Uint16Array, length: number, hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    const tag = hash & tagMask;
    let slot = hash & mask;
    for (let entry = table[slot]; entry !== 0; entry = table[slot]) {
      const known = (entry & numberMask) - 1;
      if ((entry & tagMask) === tag && this.#equals(known, units, length)) return known;
      slot = (slot + 1) & mask;
    }
    const word = this.#count;
    this.#count += 1;
    table[slot] = tag | (word + 1);
    this.#starts = grown(this.#starts, word + 2);
    this.#hashes = grown(this.#hashes, word + 1);
    this.#seen = grown(this.#seen, word + 1);
    this.#hashes[word] = hash;
    const from = this.#starts[word];
    this.#words = grown(this.#words, from + length + 1);
    for (let index = 0; index < length; index += 1) this.#words[from + index] = units[index];
    this.#words[from + length] = 0;
    this.#starts[word + 1] = from + length + 1;
    if (this.#count * 2 > table.length) this.#grow();
    return word;
  }

  #equals(word: number, units: Uint16Array, length: number): boolean {
    const words = this.#words;
    const from = this.#starts[word];
    if (this.#starts[word + 1] - from !== length + 1) return false;
    for (let index = 0; index < length; index += 1) if (words[from + index] !== units[index]) return false;
    return true;
  }

  #grow(): void {
    const table = new Uint32Array(this.#table.length * 4);
    const mask = table.length - 1;
    for (let word = 0; word < this.#count; word += 1) {
      const hash = this.#hashes[word];
      let slot = hash & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = (hash & tagMask) | (word + 1);
    }
    this.#table = table;
  }
}
