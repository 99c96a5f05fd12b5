import { Script } from 'node:vm';
import { repaired } from '../repaired.js';
import { seedDocument } from '../seedDocument.js';

export const tetherfiDocument = seedDocument('tetherfi');

/** The code that the document prints, as a reader would take it over. */
export interface TetherfiSeed {
  /** The mandatory scripts' addresses, with their host. */
  readonly scripts: readonly string[];
  /** The classes of the details. */
  readonly classes: string;
  /** The handlers of all events that are printed; each tells `window.heard` its name and what it was called with. */
  readonly handlers: string;
  /** The start of a chat, with these customer's details and this text of the captcha. */
  start(details: object, captcha: string): string;
}

/** Reads the document; its code is repaired where it is broken, and nowhere else. */
export function readTetherfiSeed(host: string): TetherfiSeed {
  const text = tetherfiDocument.read();
  const fences = [...text.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);

  function one(looks: RegExp): string {
    const found = fences.find((code) => looks.test(code.trimStart()));
    if (found === undefined) throw new Error(`The document prints nothing like ${looks.source}.`);
    return found;
  }

  /** A class that a page break has cut in two, or not. */
  function whole(looks: RegExp): string {
    let code = '';
    for (const part of fences.slice(fences.indexOf(one(looks)))) {
      code += part;
      try {
        new Script(code);
        return code;
      } catch {
        // It goes on behind the break.
      }
    }
    throw new Error(`What looks like ${looks.source} has no end.`);
  }

  /** Each printed handler has dots for a body; the text has it in one line, or broken in two. */
  function handler(code: string): readonly string[] {
    return [...code.matchAll(/^livechat\.(On\w+) ?= ?(function\([\s\S]*?\)\{)\s*\.\.\s*\}$/gm)].map(
      ([, name = '', head = '']) =>
        `livechat.${name} = ${head} window.heard.push(['${name}', ...arguments]); };`,
    );
  }

  const handlers = fences.flatMap(handler);
  return {
    scripts: one(/^<host>\/tetherfi\/livechat\/livechat\.js\s*\n.*__clientlog/)
      .trim()
      .split(/\s+/)
      .map((line) => line.replace('<host>', host)),
    classes: whole(/^function CustomerDetails/) + whole(/^function SessionDetails/),
    handlers: handlers.join('\n'),
    start: (details, captcha) =>
      repaired(one(/\blivechat\.Start ?\( details/), {
        broken: [
          {
            reason: 'it prints two ways to write one line',
            find: /"\.\."; or \{ \.\.\. \};/,
            put: `${JSON.stringify(details)};`,
          },
        ],
        adapted: [
          { reason: 'the user has read the captcha', find: /"<user's input>"/, put: JSON.stringify(captcha) },
        ],
      }),
  };
}
