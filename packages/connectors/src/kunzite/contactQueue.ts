import type { Clock } from '@offhook/core';
import { fields, text } from './read.js';
import type { HostFrame, WireContact } from './wire.js';
import { toWire } from './wireContact.js';

/** Contacts on their way to the widget. */
export interface ContactQueue {
  /**
   * Takes these in. `sent` is told, when the last one has gone out, how many of them were none.
   *
   * @param keep whether `restart` sends them again
   */
  add(contacts: Iterable<unknown>, keep: boolean, sent: (wrong: number) => void): void;
  /** Drops what is under way and isn't to be kept, and sends from the beginning what is. */
  restart(): void;
  close(): void;
}

interface Source {
  readonly contacts: Iterator<unknown, unknown>;
  readonly keep: boolean;
  readonly sent: (wrong: number) => void;
  wrong: number;
}

/**
 * Sends contacts in chunks, each made and posted in a task of its own, so that even 250,000 of them hold up nothing
 * on the page (S3-24).
 */
export function createContactQueue(
  clock: Clock,
  chunk: number,
  send: (frame: HostFrame) => void,
): ContactQueue {
  /** By id, the latest of each. They get here as they are sent: keeping takes no long task of its own either. */
  const kept = new Map<string, unknown>();
  let sources: readonly Source[] = [];
  let cancel: (() => void) | undefined;

  function proceed(): void {
    if (sources[0]) cancel ??= clock.setTimeout(step, 0);
  }

  /** What of this contact goes out. The widget can't be told that somebody is gone, only not be told of them anew. */
  function take(contact: unknown, source: Source): WireContact | undefined {
    const { id, deleted } = fields(contact);
    if (deleted === true) {
      kept.delete(text(id) ?? '');
      return undefined;
    }
    const wire = toWire(contact);
    if (!wire) source.wrong += 1;
    else if (source.keep) kept.set(wire.id, contact);
    return wire;
  }

  function step(): void {
    cancel = undefined;
    const [source] = sources;
    if (!source) return;
    const contacts: WireContact[] = [];
    let last = false;
    for (let taken = 0; taken < chunk && !last; taken += 1) {
      const next = source.contacts.next();
      last = next.done === true;
      const wire = last ? undefined : take(next.value, source);
      if (wire) contacts.push(wire);
    }
    if (contacts[0]) send({ type: 'contacts', data: { contacts } });
    if (last) {
      sources = sources.slice(1);
      source.sent(source.wrong);
    }
    proceed();
  }

  return {
    add(contacts, keep, sent) {
      sources = [...sources, { contacts: contacts[Symbol.iterator](), keep, sent, wrong: 0 }];
      proceed();
    },
    restart() {
      const again: Source = { contacts: kept.values(), keep: false, sent() {}, wrong: 0 };
      sources = [...(kept.size > 0 ? [again] : []), ...sources.filter(({ keep }) => keep)];
      proceed();
    },
    close() {
      sources = [];
      cancel?.();
    },
  };
}
