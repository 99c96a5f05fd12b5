import { fieldBits, fieldMask } from '../engine/segment.js';
import { grown } from '../engine/grown.js';

/**
 * Adds up what each contact of a segment costs, term after term. A contact counts for a term only if it has had all
 * before it, so that each further term looks at fewer.
 */
export class Tally {
  /** How many of the terms a contact has had. */
  #had = new Uint8Array(0);
  #total = new Uint32Array(0);
  /** What the term that it had last cost. */
  #last = new Uint32Array(0);
  /** Whoever had the first term. */
  #touched = new Uint32Array(1 << 10);
  #touchedCount = 0;
  #term = 0;
  #alive: Uint8Array = new Uint8Array(0);

  begin(alive: Uint8Array): void {
    this.#alive = alive;
    this.#had = grown(this.#had, alive.length);
    this.#total = grown(this.#total, alive.length);
    this.#last = grown(this.#last, alive.length);
    this.#term = 0;
  }

  nextTerm(): void {
    this.#term += 1;
  }

  /** These postings have the term, for this and what their field costs. */
  addPostings(postings: Uint32Array, from: number, to: number, costs: number): void {
    for (let at = from; at < to; at += 1) {
      const posting = postings[at];
      this.add(posting >>> fieldBits, costs + (posting & fieldMask));
    }
  }

  /** This contact has the term, for this. The cheapest counts. */
  add(contact: number, costs: number): void {
    const had = this.#had[contact];
    if (had === this.#term) {
      const last = this.#last[contact];
      if (costs >= last) return;
      this.#total[contact] += costs - last;
      this.#last[contact] = costs;
    } else if (had === this.#term - 1) {
      if (had === 0) {
        if (this.#alive[contact] === 0) return;
        this.#touch(contact);
      }
      this.#had[contact] = this.#term;
      this.#total[contact] += costs;
      this.#last[contact] = costs;
    }
  }

  /** Calls with each contact that has had all terms, and is ready for the next query. */
  end(each: (contact: number, total: number) => void): void {
    for (let index = 0; index < this.#touchedCount; index += 1) {
      const contact = this.#touched[index];
      if (this.#had[contact] === this.#term) each(contact, this.#total[contact]);
      this.#had[contact] = 0;
      this.#total[contact] = 0;
    }
    this.#touchedCount = 0;
  }

  #touch(contact: number): void {
    if (this.#touchedCount === this.#touched.length) {
      this.#touched = grown(this.#touched, this.#touchedCount + 1);
    }
    this.#touched[this.#touchedCount] = contact;
    this.#touchedCount += 1;
  }
}
