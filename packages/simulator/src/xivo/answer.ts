import * as v from 'valibot';

/**
 * When a pane opens: as the call rings, is answered, or ends (X-18).
 *
 * @example
 * const event: PaneEvent = 'EventReleased';
 */
export type PaneEvent = 'EventRinging' | 'EventEstablished' | 'EventReleased';

/**
 * What the web service may answer to the desktop.
 *
 * @example
 * const answer: XivoAnswer = { action: 'open', event: 'EventRinging', url: '/customer/7', title: 'Customer' };
 */
export interface XivoAnswer {
  /** What to do with `url`: a pane, a window, a program, or nothing (X-14 to X-17). */
  readonly action: 'open' | 'popup' | 'run' | 'none';
  /** When; `EventRinging` unless given. */
  readonly event?: PaneEvent;
  /** What to open, absolute or relative to the service; needed for all but `none` (X-19). */
  readonly url?: string;
  /** The agent is on pause while it is open (X-21). */
  readonly autopause?: boolean;
  /** The type of that pause (X-22). */
  readonly autopauseReason?: string;
  /** A popup gets a window of its own each time (X-23). */
  readonly multitab?: boolean;
  /** Of its tab (X-24). */
  readonly title?: string;
  /** Of the program, for `run` (X-20). */
  readonly executableArgs?: readonly string[];
}

const events: readonly PaneEvent[] = ['EventRinging', 'EventEstablished', 'EventReleased'];

const text = v.pipe(v.string(), v.maxLength(10_000));

/** The fields, each of which may be left out but the first. */
export const answerEntries = {
  action: v.picklist(['open', 'popup', 'run', 'none']),
  event: v.exactOptional(v.picklist(events)),
  url: v.exactOptional(text),
  autopause: v.exactOptional(v.boolean()),
  autopauseReason: v.exactOptional(text),
  multitab: v.exactOptional(v.boolean()),
  title: v.exactOptional(text),
  executableArgs: v.exactOptional(v.array(text)),
};

const answer = v.object(answerEntries);

/** What came back from the service, before anybody looked at it. */
export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Why an answer counts as none. */
export interface AnswerFault {
  readonly code: 'http-status' | 'content-type' | 'invalid-json' | 'invalid-answer';
  readonly message: string;
}

const fault = (code: AnswerFault['code'], message: string): { readonly fault: AnswerFault } => ({
  fault: { code, message },
});

/** Fields that are `null` count as left out. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

/** Reads an answer, or says what is wrong with it. */
export function readAnswer(
  raw: RawAnswer,
): { readonly answer: XivoAnswer } | { readonly fault: AnswerFault } {
  const { status, contentType } = raw;
  if (status < 200 || status > 299)
    return fault('http-status', `The service answered with status ${status}.`);
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json') {
    const said = type === '' ? 'no content type' : `“${type.slice(0, 100)}”`;
    return fault('content-type', `The service answered with ${said} where application/json is needed.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(raw.text);
  } catch {
    return fault('invalid-json', 'The service’s answer is no JSON.');
  }
  const result = v.safeParse(answer, withoutNulls(value), { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const field = v.getDotPath(issue);
    return fault('invalid-answer', `In the service’s answer, ${field ? `“${field}”: ` : ''}${issue.message}`);
  }
  const { action, url } = result.output;
  if (action !== 'none' && !url)
    return fault('invalid-answer', `In the service’s answer, “${action}” comes without a “url”.`);
  return { answer: result.output };
}
