import { scanJson } from './scanJson.js';
import { ServiceError } from './serviceError.js';

/** The document's request is three deep. */
const mostDepth = 16;

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) members += countMembers(item);
    return members;
  }
  for (const item of Object.values(value)) members += 1 + countMembers(item);
  return members;
}

/**
 * Parses JSON and refuses what parsers disagree about: two members with one name (which of them is meant?), and depth.
 *
 * The parser's own message isn't passed on, because it quotes the text, and the text has a token in it.
 */
export function parseJson(text: string): unknown {
  const scan = scanJson(text);
  if (scan.depth > mostDepth) {
    throw new ServiceError('invalid-json', `The JSON is nested more than ${mostDepth} levels deep.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ServiceError('invalid-json', 'The body is not valid JSON, or was cut short.');
  }
  // Of two members with one name the parser keeps one: then fewer came out than stood in the text.
  if (countMembers(value) !== scan.members) {
    throw new ServiceError('invalid-json', 'An object in the JSON has two members with the same name.');
  }
  return value;
}
