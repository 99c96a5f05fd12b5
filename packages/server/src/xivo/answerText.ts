import { isPlain } from './isPlain.js';

/** An answer that has been checked. */
export interface AnswerText {
  /** The bytes that are sent. */
  readonly json: string;
  readonly action: string;
  readonly title?: string;
}

type Check = (value: unknown) => boolean;

const mostText = 8_192;
const isText: Check = (value) => typeof value === 'string' && value.length <= mostText && isPlain(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isOneOf = (...words: readonly string[]): Check => {
  const known = new Set<unknown>(words);
  return (value) => known.has(value);
};

// Written by hand, like the reading of requests: it is on the way of every call.
const members: ReadonlyMap<string, Check> = new Map([
  ['action', isOneOf('open', 'popup', 'run', 'none')],
  ['event', isOneOf('EventRinging', 'EventEstablished', 'EventReleased')],
  ['url', isText],
  ['autopause', isBoolean],
  ['autopauseReason', isText],
  ['multitab', isBoolean],
  ['title', isText],
  ['executableArgs', (value) => Array.isArray(value) && value.every(isText)],
]);

/** Web pages only: a `javascript:` address would run in the agent desktop. */
function isPage(url: string): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url, 'https://service.invalid/');
  } catch {
    return false;
  }
  const web = parsed.protocol === 'http:' || parsed.protocol === 'https:';
  return web && parsed.username === '' && parsed.password === '';
}

function isUrlOf(action: unknown, url: unknown): boolean {
  if (action === 'none') return true;
  if (typeof url !== 'string' || url === '') return false;
  return action === 'run' || isPage(url);
}

/** The names of the members that are wrong. */
function wrongIn(answer: Readonly<Record<string, unknown>>): string[] {
  const wrong: string[] = [];
  for (const name in answer) {
    const value = answer[name];
    // What is undefined isn't written into the JSON.
    if (value !== undefined && members.get(name)?.(value) !== true) wrong.push(name);
  }
  if (answer['action'] === undefined) wrong.push('action');
  if (wrong.length === 0 && !isUrlOf(answer['action'], answer['url'])) wrong.push('url');
  return wrong;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is sent when there is nothing else to say. Row X-17. */
export const none: AnswerText = { json: '{"action":"none"}', action: 'none' };

/**
 * Checks what the host's code answered, so that the desktop gets no nonsense. Text is taken for the JSON of an answer, and is
 * sent as it stands.
 *
 * @returns the answer, or the names of the members that are wrong
 */
export function answerText(given: unknown): AnswerText | { readonly wrong: string } {
  const value = typeof given === 'string' ? parsed(given) : given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { wrong: 'the answer' };
  const answer = value as Readonly<Record<string, unknown>>;
  const wrong = wrongIn(answer);
  if (wrong.length > 0) return { wrong: wrong.join(', ') };
  const json = typeof given === 'string' ? given : JSON.stringify(given);
  const action = answer['action'] as string;
  return answer['title'] === undefined
    ? { json, action }
    : { json, action, title: answer['title'] as string };
}
