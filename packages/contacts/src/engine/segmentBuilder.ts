import { fieldEndByte, itemEndByte, recordEndByte } from '../record/format.js';
import { readWords } from '../text/readWords.js';
import { PhoneBuilder } from '../phones/phoneBuilder.js';
import { grown, tableSize } from './grown.js';
import { putId } from './idTable.js';
import { fields, type Segment } from './segment.js';
import { WordBuilder } from './wordBuilder.js';

/** Reads records and makes a segment of them. */
export class SegmentBuilder {
  readonly #words = new WordBuilder();
  readonly #phones = new PhoneBuilder();
  #records: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 16);
  #starts = new Uint32Array(1 << 10);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Forgets all contacts, and keeps the room for as many others: to grow takes longer than to read them. */
  clear(): void {
    this.#count = 0;
    this.#words.clear();
    this.#phones.clear();
  }

  /** Adds the contacts whose records these bytes are. */
  add(bytes: Uint8Array): void {
    const base = this.#starts[this.#count];
    this.#records = grown(this.#records, base + bytes.length);
    this.#records.set(bytes, base);
    for (let from = 0; from < bytes.length;) {
      from = this.#read(bytes, from, this.#count);
      this.#count += 1;
      this.#starts = grown(this.#starts, this.#count + 1);
      this.#starts[this.#count] = base + from;
    }
  }

  finished(): Segment {
    const count = this.#count;
    const recordStarts = this.#starts.slice(0, count + 1);
    const records = this.#records.slice(0, recordStarts[count]);
    const ids = new Uint32Array(tableSize(count));
    const alive = new Uint8Array(count).fill(1);
    for (let contact = 0; contact < count; contact += 1) {
      const twin = putId(ids, records, recordStarts, contact);
      if (twin !== undefined) alive[twin] = 0;
    }
    return {
      count,
      records,
      recordStarts,
      ids,
      ...this.#words.sorted(),
      phones: this.#phones.finished(),
      alive,
    };
  }

  /** Reads one record and returns where the next one begins. */
  #read(bytes: Uint8Array, from: number, contact: number): number {
    const words = this.#words;
    words.contact = contact;
    let at = after(bytes, after(bytes, from));
    for (const field of [fields.name, fields.company, fields.email]) {
      const end = after(bytes, at);
      words.field = field;
      readWords(bytes, at, end, words);
      at = end;
    }
    at = this.#readPhones(bytes, at, contact);
    while (bytes[at] !== recordEndByte) at += 1;
    return at + 1;
  }

  #readPhones(bytes: Uint8Array, from: number, contact: number): number {
    let at = from;
    while (bytes[at] !== fieldEndByte) {
      const start = at;
      while (bytes[at] !== itemEndByte) at += 1;
      this.#phones.add(contact, bytes, start, at);
      at += 1;
      while (bytes[at] !== itemEndByte) at += 1;
      at += 1;
    }
    return at + 1;
  }
}

/** Where the field after the one that begins here begins. */
function after(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] !== fieldEndByte) at += 1;
  return at + 1;
}
