import { compareMessages, foldMessage } from '../fold/foldMessage.js';
import type { ChatMessageReport } from '../model/chatReport.js';
import type { Message } from '../model/message.js';

/** A message in its place. */
interface Entry {
  message: Message;
  /** The how manyth it came: it decides where all else is equal. */
  readonly arrival: number;
}

/** What a report has changed. */
export interface MessageChange {
  readonly before: Message | undefined;
  readonly message: Message;
}

/** The messages of one chat: each once, in order, whatever they came through. One more costs the same however many. */
export interface MessageLog {
  /** Another list only when something changed. */
  readonly list: readonly Message[];
  /** `undefined` when nothing changed. */
  apply(report: ChatMessageReport, now: number): MessageChange | undefined;
}

/** The same list for each chat without any. */
export const noMessages: readonly Message[] = [];

export function createMessageLog(): MessageLog {
  const byId = new Map<string, Entry>();
  /** By an id that a message had, the one that it has. */
  const renamed = new Map<string, string>();
  const ordered: Entry[] = [];
  let built: readonly Message[] | undefined = noMessages;
  let arrivals = 0;

  const compare = (a: Entry, b: Entry): number =>
    compareMessages(a.message, b.message) || a.arrival - b.arrival;

  /** Where an entry is, or belongs: nearly always at the end. */
  function placeOf(entry: Entry): number {
    let [low, high] = [0, ordered.length];
    const last = ordered.at(-1);
    if (last === undefined || compare(last, entry) < 0) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = ordered[middle];
      if (other !== undefined && compare(other, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function remove(entry: Entry): void {
    ordered.splice(placeOf(entry), 1);
    byId.delete(entry.message.id);
  }

  const nameOf = (id: string): string => renamed.get(id) ?? id;

  /** Makes another id find the message, and those that found what had it. */
  function rename(from: string, to: string): void {
    for (const [old, now] of renamed) if (now === from) renamed.set(old, to);
    renamed.set(from, to);
  }

  function apply({ message: told, replaces }: ChatMessageReport, now: number): MessageChange | undefined {
    const id = nameOf(told.id);
    const before = byId.get(id);
    const other = replaces === undefined || nameOf(replaces) === id ? undefined : nameOf(replaces);
    const twin = other === undefined ? undefined : byId.get(other);
    // By an id that it had before, it only adds: what goes by the vendor's own says more.
    const weak = id === told.id ? undefined : true;
    let message = foldMessage((before ?? twin)?.message, { ...told, id }, now, weak);
    if (before && twin && message) message = foldMessage(message, { ...twin.message, id }, now, true);
    if (message !== undefined && message.id !== id) message = { ...message, id };
    if (message === undefined) return undefined;
    if (other !== undefined) rename(other, id);
    if (message === before?.message && twin === undefined) return undefined;
    const arrival = Math.min(before?.arrival ?? Infinity, twin?.arrival ?? Infinity);
    if (before) remove(before);
    if (twin) remove(twin);
    arrivals += 1;
    const entry: Entry = { message, arrival: arrival === Infinity ? arrivals : arrival };
    ordered.splice(placeOf(entry), 0, entry);
    byId.set(id, entry);
    built = undefined;
    // What goes by the older id is what this page sent.
    return { before: (twin ?? before)?.message, message };
  }

  return {
    get list() {
      built ??= ordered.map(({ message }) => message);
      return built;
    },
    apply,
  };
}
