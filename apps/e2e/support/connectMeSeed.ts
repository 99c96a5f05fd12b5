import { runInNewContext } from 'node:vm';
import { closing } from './closing.js';
import { seedDocument } from './seedDocument.js';

export const connectMeDocument = seedDocument('connect-me');

/** The code of Connect Me's document, each piece found by the heading that it stands under. */
export interface ConnectMeSeed {
  /** A whole page. */
  page(heading: string): string;
  /** What stands between the script tags. */
  script(heading: string): string;
  /** A message that is printed as an object. */
  printed(heading: string): Readonly<Record<string, unknown>>;
}

export function readConnectMeSeed(): ConnectMeSeed {
  // Where the document's pages were turned, code blocks end and begin in the middle of the code.
  const text = connectMeDocument.read().replace(/^```$\n?/gm, '');

  function below(heading: string): string {
    const found = new RegExp(`^#+ \\**${heading}\\**$`, 'm').exec(text);
    if (!found) throw new Error(`The document has no heading "${heading}".`);
    return text.slice(found.index + found[0].length);
  }

  function first(heading: string, what: RegExp): RegExpExecArray {
    const found = what.exec(below(heading));
    if (!found) throw new Error(`The document has nothing like ${what.source} below "${heading}".`);
    return found;
  }

  return {
    page: (heading) => first(heading, /<!DOCTYPE html>[\s\S]*?<\/html>/)[0],
    script: (heading) => first(heading, /<script>([\s\S]*?)<\/script>/)[1] ?? '',
    printed(heading) {
      const { index, input } = first(heading, /^\{$/m);
      return runInNewContext(`(${input.slice(index, closing(input, index))})`) as Readonly<
        Record<string, unknown>
      >;
    },
  };
}
