import { grown } from '../engine/grown.js';
import { runToEnd } from '../engine/runToEnd.js';
import type { Phones } from '../engine/segment.js';
import { indexPhones } from './indexPhones.js';
import { readDigits } from './readDigits.js';

const decoder = new TextDecoder();

/** The phone numbers of contacts that are being read. */
export class PhoneBuilder {
  #digits = new Uint8Array(1 << 14);
  #starts = new Uint32Array(1 << 11);
  #owners = new Uint32Array(1 << 11);
  #count = 0;
  #spelt = new Map<string, number[]>();

  /** Forgets all numbers, and keeps the room for as many others. */
  clear(): void {
    this.#count = 0;
    this.#spelt = new Map();
  }

  /** Adds the number whose bytes stand here. */
  add(contact: number, bytes: Uint8Array, from: number, to: number): void {
    const at = this.#starts[this.#count];
    this.#digits = grown(this.#digits, at + to - from);
    const length = readDigits(bytes, from, to, this.#digits, at);
    if (length === 0) this.#addSpelt(contact, decoder.decode(bytes.subarray(from, to)).trim());
    else this.#close(contact, at + length);
  }

  finished(): Phones {
    const digits = this.#digits.slice(0, this.#starts[this.#count]);
    const starts = this.#starts.slice(0, this.#count + 1);
    const owners = this.#owners.slice(0, this.#count);
    return { digits, starts, owners, ...runToEnd(indexPhones(digits, starts)), spelt: this.#spelt };
  }

  #addSpelt(contact: number, text: string): void {
    const owners = this.#spelt.get(text);
    if (owners === undefined) this.#spelt.set(text, [contact]);
    else if (owners.at(-1) !== contact) owners.push(contact);
  }

  #close(contact: number, end: number): void {
    const phone = this.#count;
    this.#count += 1;
    this.#starts = grown(this.#starts, phone + 2);
    this.#owners = grown(this.#owners, phone + 1);
    this.#owners[phone] = contact;
    this.#starts[phone + 1] = end;
  }
}
