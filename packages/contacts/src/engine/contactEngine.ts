import type { Contact } from '@offhook/core';
import { numberOf } from '../phones/numberOf.js';
import { ownersOf } from '../phones/ownersOf.js';
import { decodeContact } from '../record/decodeContact.js';
import { escapeText } from '../record/encodeContacts.js';
import { fieldEnd } from '../record/format.js';
import { Best } from '../search/best.js';
import { readQuery, type Term } from '../search/query.js';
import { searchSegment } from '../search/searchSegment.js';
import { Tally } from '../search/tally.js';
import { eachOfId, idHash, sameFields } from './idTable.js';
import { mergeSegments } from './mergeSegments.js';
import type { Segment } from './segment.js';
import { SegmentBuilder } from './segmentBuilder.js';

export interface ContactEngineOptions {
  /**
   * The most contacts that are made a segment at once: all others wait as long. Left out, each is as large as all before
   * it, so that the contacts are soon found while they are loaded, and there are few segments.
   */
  readonly largestSegment?: number;
}

/** More than any contact's place among all: a key is its cost times this and its place. */
const orders = 2 ** 32;

const encoder = new TextEncoder();

/** The first contacts that are loaded are found when there are so many. */
const firstSegment = 1 << 15;

/** So many segments of about one size are made one. */
const fanIn = 8;

/**
 * All contacts, and what finds them. They are kept in segments that never change, the oldest and largest first; what is
 * added becomes a small one at the end, and neighbours are merged while nobody waits.
 */
export class ContactEngine {
  #segments: Segment[] = [];
  #builder: SegmentBuilder | undefined;
  readonly #largestSegment: number;
  readonly #tally = new Tally();
  #count = 0;

  constructor({ largestSegment = Infinity }: ContactEngineOptions = {}) {
    this.#largestSegment = largestSegment;
  }

  /** How many contacts there are. */
  get count(): number {
    return this.#count;
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  /** Takes the segments of an earlier engine over. */
  restore(segments: readonly Segment[]): void {
    this.#segments = [...segments];
    this.#builder = undefined;
    this.#count = 0;
    for (const { alive } of segments) for (const one of alive) this.#count += one;
  }

  /** Adds contacts, in place of those with the same id and source. Found once {@link seal} is called, or there are many. */
  add(records: Uint8Array): void {
    this.#builder ??= new SegmentBuilder();
    this.#builder.add(records);
    if (this.#builder.count >= Math.min(Math.max(firstSegment, this.#count), this.#largestSegment))
      this.seal();
  }

  /** Makes what was added a segment, so that it is found. */
  seal(): void {
    if (this.#builder === undefined || this.#builder.count === 0) return;
    const segment = this.#builder.finished();
    this.#builder.clear();
    const { records, recordStarts, count } = segment;
    if (this.#segments.length > 0) {
      for (let contact = 0; contact < count; contact += 1) {
        const hash = idHash(records, recordStarts[contact]);
        for (const earlier of this.#segments)
          this.#removeFrom(earlier, records, recordStarts[contact], hash, 2);
      }
    }
    this.#segments.push(segment);
    for (const one of segment.alive) this.#count += one;
  }

  /** Removes the contacts with these ids, of one source or of all, and returns how many there were. */
  remove(ids: readonly string[], source?: string): number {
    this.seal();
    const before = this.#count;
    for (const id of ids) {
      const parts = source === undefined ? [id] : [id, source];
      const key = encoder.encode(parts.map((part) => escapeText(part) + fieldEnd).join(''));
      const hash = idHash(key, 0);
      for (const segment of this.#segments) this.#removeFrom(segment, key, 0, hash, parts.length);
    }
    return before - this.#count;
  }

  /** The contacts that fit what was typed, the best first. */
  search(query: string, limit: number): Contact[] {
    const terms = readQuery(query);
    if (terms === undefined) return [];
    const exact = this.#best(terms, limit, false);
    // Who is found by a typo comes after all others, so that it changes nothing where there are enough.
    const best = exact.full || !terms.some((term) => term.typos) ? exact : this.#best(terms, limit, true);
    return best.sorted().map((key) => this.#contactAt(key % orders));
  }

  /** All contacts, the first added first, so many at a time; as they are when the first are asked for. */
  *pages(size: number): Generator<Contact[], undefined> {
    this.seal();
    // Segments stay as they are, whatever is added or merged meanwhile; only who is removed is left out.
    const all = this.#segments.slice();
    let page: Contact[] = [];
    for (const segment of all) {
      for (let contact = 0; contact < segment.count; contact += 1) {
        if (segment.alive[contact] === 1 && page.push(contactOf(segment, contact)) === size) {
          yield page;
          page = [];
        }
      }
    }
    if (page.length > 0) yield page;
    return undefined;
  }

  /** The contacts with this number, the first added first. */
  match(number: string): Contact[] {
    const digits = numberOf(number);
    const found: Contact[] = [];
    for (const segment of this.#segments) {
      for (const contact of contactsWith(segment, digits, number)) {
        found.push(contactOf(segment, contact));
      }
    }
    return found;
  }

  /** How many contacts have this number: the look-up itself, without reading them. */
  countMatches(number: string): number {
    const digits = numberOf(number);
    let count = 0;
    for (const segment of this.#segments) count += contactsWith(segment, digits, number).length;
    return count;
  }

  /**
   * Merges segments, a piece with each step: where there are many of one size, or with `all` whatever there is. Ends at
   * once where nothing is worth it.
   */
  *merge(all = false): Generator<void, void> {
    // Nobody is loading any more: the room for that is given back.
    if (this.#builder?.count === 0) this.#builder = undefined;
    for (let from = this.#mergeable(all); from !== undefined; from = this.#mergeable(all)) {
      const sources = this.#segments.slice(from);
      const before = sources.map(({ alive }) => alive.slice());
      const { segment, numbers } = yield* mergeSegments(sources);
      // What was removed meanwhile is removed from the new one too.
      sources.forEach(({ alive }, index) => {
        for (let contact = 0; contact < alive.length; contact += 1) {
          if (before[index][contact] === 1 && alive[contact] === 0)
            segment.alive[numbers[index][contact]] = 0;
        }
      });
      this.#segments.splice(from, sources.length, segment);
    }
  }

  /** Where the segments begin that are to be one. */
  #mergeable(all: boolean): number | undefined {
    const sizes = this.#segments.map(({ count }) => count);
    if (all) return sizes.length > 1 ? 0 : undefined;
    let later = 0;
    for (let from = sizes.length - 1; from >= 0; from -= 1) {
      later += sizes[from];
      // The last ones are together as large as the one before them: one merge pays for itself.
      if (sizes.length - from >= fanIn && later >= 2 * sizes[from]) return from;
    }
    return undefined;
  }

  #best(terms: readonly Term[], limit: number, typos: boolean): Best {
    const best = new Best(limit);
    let base = 0;
    for (const segment of this.#segments) {
      const first = base;
      searchSegment(segment, terms, typos, this.#tally, (contact, total) =>
        best.offer(total * orders + first + contact),
      );
      base += segment.count;
    }
    return best;
  }

  #contactAt(order: number): Contact {
    let base = 0;
    for (const segment of this.#segments) {
      if (order < base + segment.count) return contactOf(segment, order - base);
      base += segment.count;
    }
    throw new RangeError(`There is no contact ${order}.`);
  }

  #removeFrom(segment: Segment, key: Uint8Array, at: number, hash: number, ends: number): void {
    const { ids, alive, records, recordStarts } = segment;
    eachOfId(ids, hash, (contact) => {
      if (alive[contact] === 1 && sameFields(records, recordStarts[contact], key, at, ends)) {
        alive[contact] = 0;
        this.#count -= 1;
      }
    });
  }
}

function contactOf({ records, recordStarts }: Segment, contact: number): Contact {
  return decodeContact(records, recordStarts[contact], recordStarts[contact + 1]);
}

/** The segment's contacts with this number, each once, in order. */
function contactsWith({ phones, alive }: Segment, digits: Uint8Array, number: string): readonly number[] {
  if (digits.length === 0) {
    return (phones.spelt.get(number.trim()) ?? []).filter((contact) => alive[contact] === 1);
  }
  const found: number[] = [];
  ownersOf(phones, digits, (contact) => {
    if (alive[contact] === 1 && !found.includes(contact)) found.push(contact);
  });
  return found.length > 1 ? found.sort((a, b) => a - b) : found;
}
