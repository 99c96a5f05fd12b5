import { Script } from 'node:vm';
import { closing } from './closing.js';
import { seedDocument } from './seedDocument.js';
import type { Snippet } from './snippet.js';

export const ringCentralDocument = seedDocument('ringcentral');

export interface SeedSnippets {
  readonly all: readonly Snippet[];
  /** The registration that names this field: the first of them, or another by its place. */
  registration(field: string, place?: number): Snippet;
  /** The registration that names the service and nothing else. */
  readonly plainRegistration: Snippet;
  /** The listener that answers this path. */
  listener(path: string): Snippet;
  /** What tells the widget whether the host is authorized. */
  readonly statusPush: Snippet;
}

// The document is plain text: code is known by how its statements begin.
const starts =
  /^(?:document\.querySelector\([^)]*\)\.contentWindow\.postMessage|window\.addEventListener)\(/gm;

function extract(text: string): Snippet[] {
  const snippets: Snippet[] = [];
  starts.lastIndex = 0;
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    const end = closing(text, start.index + start[0].length - 1);
    // What stands inside a listener is a part of it.
    starts.lastIndex = end;
    const code = text.slice(start.index, end);
    const line = text.slice(0, start.index).split('\n').length;
    // None of them needs a repair: one that doesn't parse is one that was cut out wrongly.
    new Script(code, { filename: `${ringCentralDocument.name}:${line}` });
    snippets.push({ code, line });
  }
  return snippets;
}

/** Reads the document's code: registrations, listeners and the status push, in their order. */
export function readSeedSnippets(): SeedSnippets {
  const all = extract(ringCentralDocument.read());
  const registrations = all.filter(({ code }) => code.includes('rc-adapter-register-third-party-service'));
  const listeners = all.filter(({ code }) => code.startsWith('window.'));
  const one = (snippet: Snippet | undefined, what: string): Snippet => {
    if (!snippet) throw new Error(`The document has no ${what}.`);
    return snippet;
  };
  return {
    all,
    registration: (field, place = 0) =>
      one(
        registrations.filter(({ code }) => new RegExp(`^\\s*${field}:`, 'm').test(code))[place],
        `registration ${place} of ${field}`,
      ),
    plainRegistration: one(
      registrations.find(({ code }) => !/(Path|Title):/.test(code)),
      'plain registration',
    ),
    listener: (path) =>
      one(
        listeners.find(({ code }) => code.includes(`=== '${path}'`)),
        `listener of ${path}`,
      ),
    statusPush: one(
      all.find(({ code }) => code.includes('rc-adapter-update-authorization-status')),
      'status push',
    ),
  };
}
