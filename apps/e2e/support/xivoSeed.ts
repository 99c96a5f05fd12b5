import { closing } from './closing.js';
import { seedDocument } from './seedDocument.js';
import type { Snippet } from './snippet.js';

export const xivoDocument = seedDocument('xivo');

export interface XivoSeed {
  /** The printed question. */
  readonly request: string;
  /** The printed answer that opens a page. */
  readonly answer: string;
  /** The printed answer that opens none. */
  readonly none: string;
  /** The code that binds a button to the completion message. */
  readonly close: Snippet;
}

export function readXivoSeed(): XivoSeed {
  const text = xivoDocument.read();

  /** What begins so, up to where its bracket closes. */
  function first(begins: RegExp): { readonly code: string; readonly index: number } {
    const found = begins.exec(text);
    if (!found) throw new Error(`The document has nothing like ${begins.source}.`);
    return { index: found.index, code: text.slice(found.index, closing(text, found.index)) };
  }

  const script = first(/\(function \(\) \{/);
  const call = '();';
  if (!text.startsWith(call, script.index + script.code.length))
    throw new Error('The document’s function is not called.');
  return {
    request: first(/\{ "user":/).code,
    answer: first(/\{ "action": "open"/).code,
    none: first(/\{ "action":"none"/).code,
    close: { code: script.code + call, line: text.slice(0, script.index).split('\n').length },
  };
}
