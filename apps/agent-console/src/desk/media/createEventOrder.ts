import type { Signal } from '@offhook/livechat';

/** Puts what the customer's page tells of itself in order, and notices when something is missing. */
export interface EventOrder {
  /** What can be shown now; `undefined` when something is missing: the whole page has to be asked for. */
  take(signal: Extract<Signal, { readonly k: 'ev' | 'part' }>): readonly unknown[] | undefined;
  /** Takes nothing until the whole page comes. */
  begin(): void;
  /** Whether a part of it is here. */
  readonly isJoining: boolean;
}

const mostParts = 512;
const mostLetters = 16_000_000;

function readEvents(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Frames are counted from 1, and begin anew with a whole page. One that is too long comes in parts, in their order. */
export function createEventOrder(): EventOrder {
  /** The last frame that was taken whole; `undefined`: all is to come. */
  let last: number | undefined;
  let joined:
    { readonly s: number; readonly of: number; readonly texts: string[]; letters: number } | undefined;

  function miss(): undefined {
    last = undefined;
    joined = undefined;
  }

  function done(s: number, events: readonly unknown[] | undefined): readonly unknown[] | undefined {
    joined = undefined;
    if (events === undefined) return miss();
    last = s;
    return events;
  }

  return {
    begin: miss,
    get isJoining() {
      return joined !== undefined;
    },
    take(signal) {
      const { s } = signal;
      const isNext = s === 1 || (last !== undefined && s === last + 1);
      // While the whole page is awaited, what comes is of before.
      if (!isNext) return last === undefined ? [] : miss();
      if (signal.k === 'ev') return done(s, signal.e);
      const { i, of, text } = signal;
      if (i === 0) joined = { s, of, texts: [], letters: 0 };
      const isFitting = joined?.s === s && joined.of === of && joined.texts.length === i && of <= mostParts;
      // The end of a whole page of which the beginning was not heard.
      if (joined === undefined) return last === undefined ? [] : miss();
      if (!isFitting) return miss();
      joined.texts.push(text);
      joined.letters += text.length;
      if (joined.letters > mostLetters) return miss();
      return joined.texts.length === of ? done(s, readEvents(joined.texts.join(''))) : [];
    },
  };
}
