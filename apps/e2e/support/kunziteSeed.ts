import { closing } from './closing.js';
import { seedDocument } from './seedDocument.js';
import type { Snippet } from './snippet.js';

export const kunziteDocument = seedDocument('kunzite');

export interface KunziteEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface KunziteSeed {
  /** The line that dials. */
  readonly clickToCall: Snippet;
  /** The array of contacts, and the line that posts it. */
  readonly contacts: Snippet;
  /** The printed events, in their order. */
  readonly events: readonly KunziteEvent[];
}

export function readKunziteSeed(): KunziteSeed {
  const text = kunziteDocument.read();

  function first(what: RegExp, from = 0): Snippet & { readonly end: number } {
    const found = what.exec(text.slice(from));
    if (!found) throw new Error(`The document has nothing like ${what.source}.`);
    const index = from + found.index;
    const end = closing(text, index + found[0].length - 1);
    return { code: text.slice(index, end), line: text.slice(0, index).split('\n').length, end };
  }

  function events(): KunziteEvent[] {
    return [...text.matchAll(/^\{(?=\n"type")/gm)].map(
      ({ index }) => JSON.parse(text.slice(index, closing(text, index))) as KunziteEvent,
    );
  }

  const clickToCall = first(/^window\.frames\.\w+\.postMessage\(/m);
  const array = first(/^const contacts = \[/m, clickToCall.end);
  const push = first(/^window\.frames\.\w+\.postMessage\(/m, array.end);
  return {
    clickToCall,
    contacts: { code: `${array.code};\n${push.code}`, line: array.line },
    events: events(),
  };
}
