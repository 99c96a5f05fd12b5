import type { EntryBody } from '@offhook/livechat';
import { type NewRecord, type Write } from '../../log/sessionLog.js';
import { type Settings } from '../settings.js';
import { streams } from '../streams.js';
import { type DeskEvent } from './deskEvent.js';

/** What a decision is made in. */
export interface TurnFacts {
  readonly site: string;
  /** Wall-clock milliseconds since 1970. */
  readonly now: number;
  readonly settings: Settings;
  /** Random; names the records that come of it, so that they are the same when it is tried anew. */
  readonly id: string;
}

/** A callback that a decision records. */
export interface MadeCallback {
  readonly number: string;
  readonly sid: string;
  readonly by: 'c' | 'a' | 's';
}

/** Gathers what a decision comes to: events of the desk, and what is written in the same breath. */
export class Turn {
  readonly now: number;
  readonly settings: Settings;
  readonly events: DeskEvent[] = [];
  readonly callbacks: MadeCallback[] = [];
  readonly #site: string;
  readonly #id: string;
  readonly #writes = new Map<string, { records: NewRecord[]; final: boolean }>();
  #records = 0;

  constructor({ site, now, settings, id }: TurnFacts) {
    this.#site = site;
    this.now = now;
    this.settings = settings;
    this.#id = id;
  }

  get writes(): readonly Write[] {
    return [...this.#writes].map(([stream, write]) => ({ stream, ...write }));
  }

  happened(event: DeskEvent): void {
    this.events.push(event);
  }

  /** Adds an entry to a chat's log. Its id begins with a colon, as no customer's and no agent's does. */
  entry(sid: string, body: EntryBody, final = false): void {
    this.#records += 1;
    this.#add(
      streams.chat(this.#site, sid),
      { id: `:${this.#id}:${this.#records}`, data: JSON.stringify(body) },
      final,
    );
  }

  /** Remembers that a customer has this chat. */
  customerChat(customer: string, sid: string): void {
    this.#add(streams.customer(this.#site, customer), { id: sid, data: JSON.stringify({ sid }) });
  }

  /** One a chat and number, however often it is asked for (P-13). */
  callback(callback: MadeCallback): void {
    const { sid, number } = callback;
    this.callbacks.push(callback);
    this.#add(streams.callbacks(this.#site), { id: `${sid}:${number}`, data: JSON.stringify(callback) });
  }

  #add(stream: string, record: NewRecord, final = false): void {
    const known = this.#writes.get(stream) ?? { records: [], final: false };
    known.records.push(record);
    known.final ||= final;
    this.#writes.set(stream, known);
  }
}
