import { ControlError } from '../control-error.js';
import { isRecord } from '../frame.js';
import type { BackEnd } from './back-end.js';
import type { ChatStatus } from './chat-status.js';

const ANSWER_WITHIN_MS = 5_000;

/** What the simulator may do with its back end that nobody else may. Each rejects with a `ControlError`. */
export interface SwitchClient {
  chats(session: string): Promise<readonly ChatStatus[]>;
  /** What was recorded for somebody to do later. */
  recorded(kind: 'callbacks' | 'campaign', session: string): Promise<readonly unknown[]>;
  /** The text of the image made last; `undefined` when none was made. */
  captcha(session: string): Promise<string | undefined>;
  /** All knobs at once; `null` turns one back. */
  faults(session: string, knobs: Readonly<Record<string, unknown>>): Promise<void>;
  reset(session: string): Promise<void>;
}

/** What the back end says of its refusal, if it says anything. */
function reasonOf(body: unknown): string | undefined {
  const error = isRecord(body) ? body['error'] : undefined;
  return isRecord(error) && typeof error['message'] === 'string' ? error['message'] : undefined;
}

/** @param backEnd with the key of its switch; asked even while it is down, by whoever brings it up. */
export function createSwitchClient(backEnd: Pick<BackEnd, 'origin' | 'key'>): SwitchClient {
  async function ask(path: string, session: string, body?: object): Promise<unknown> {
    const url = new URL(`/tetherfi/switch/${path}`, backEnd.origin);
    if (!body) url.searchParams.set('session', session);
    let response: Response;
    try {
      response = await fetch(url, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${backEnd.key}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify({ session, ...body }) }),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
    } catch {
      throw new ControlError(503, 'restarting', 'The back end doesn’t answer. Try again soon.');
    }
    const text = await response.text();
    let answer: unknown;
    try {
      answer = text === '' ? undefined : JSON.parse(text);
    } catch {
      answer = undefined;
    }
    if (response.ok) return answer;
    const reason = reasonOf(answer) ?? `It answered ${response.status}.`;
    if (response.status === 400) throw new ControlError(400, 'invalid-request', reason);
    throw new ControlError(503, 'back-end', `The back end refuses ${path}: ${reason}`);
  }

  return {
    async chats(session) {
      const answer = await ask('chats', session);
      return Array.isArray(answer) ? (answer as readonly ChatStatus[]) : [];
    },
    async recorded(kind, session) {
      const answer = await ask(kind, session);
      return Array.isArray(answer) ? (answer as readonly unknown[]) : [];
    },
    async captcha(session) {
      const answer = await ask('captcha', session);
      const text = isRecord(answer) ? answer['text'] : undefined;
      return typeof text === 'string' ? text : undefined;
    },
    async faults(session, knobs) {
      await ask('faults', session, knobs);
    },
    async reset(session) {
      await ask('reset', session, {});
    },
  };
}
