import { Script } from 'node:vm';

/** A place of a document's code that is changed before it runs. */
export interface Repair {
  /** Why. */
  readonly reason: string;
  /** The only place that looks so. */
  readonly find: RegExp;
  /** What stands there instead; `$&` is what was found. */
  readonly put: string;
}

export interface Repairs {
  /** Without any one of these the code doesn't parse. */
  readonly broken?: readonly Repair[];
  /** These point it at the simulator, or restore what the print has lost though it parses. */
  readonly adapted?: readonly Repair[];
}

function repair(text: string, { reason, find, put }: Repair): string {
  const places = [...text.matchAll(new RegExp(find, `g${find.flags}`))].length;
  if (places !== 1) throw new Error(`Found ${places} places to repair, not 1: ${reason}.`);
  return text.replace(find, put);
}

/** The error of the first script that doesn't parse, in a page or in plain code. */
function syntaxError(text: string): unknown {
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
  try {
    for (const code of text.includes('<script>') ? scripts : [text]) new Script(code);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** A document's page or code, repaired where it has to be and nowhere else. */
export function repaired(text: string, { broken = [], adapted = [] }: Repairs): string {
  const result = [...broken, ...adapted].reduce(repair, text);
  const error = syntaxError(result);
  if (error !== undefined) throw new Error('The repaired code does not parse.', { cause: error });
  for (const one of broken) {
    const without = broken.filter((other) => other !== one).reduce(repair, text);
    if (syntaxError(without) === undefined) throw new Error(`It parses without this repair: ${one.reason}.`);
  }
  return result;
}
