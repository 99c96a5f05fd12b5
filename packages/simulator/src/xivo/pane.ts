import type { PaneEvent, XivoAnswer } from './answer.js';
import type { XivoCall } from './call.js';

export type PaneState =
  /** Its moment hasn't come, or its window is just being opened. */
  | 'waiting'
  | 'open'
  /** Its page said that the work is done. */
  | 'completed'
  | 'closed'
  /** The browser allowed no window; a person's click does. */
  | 'blocked'
  | 'refused';

/** What a web service's answer opens; there is one for each call at most. */
export interface Pane {
  readonly id: string;
  readonly callId: string;
  readonly action: 'open' | 'popup' | 'run';
  readonly event: PaneEvent;
  /** Absolute, but for a program. */
  readonly url: string;
  readonly title: string;
  readonly autopause: boolean;
  readonly autopauseReason: string | undefined;
  readonly multitab: boolean;
  readonly args: readonly string[];
  state: PaneState;
  /** The desktop's tab that has its window. */
  tab: string | undefined;
  /** The agent is on pause because of it. */
  pausing: boolean;
}

/** An absolute http(s) URL without credentials; undefined for any other. Relative ones belong to the service. */
function paneUrl(url: string, base: string): URL | undefined {
  if (!URL.canParse(url, base)) return undefined;
  const resolved = new URL(url, base);
  const isWeb = resolved.protocol === 'http:' || resolved.protocol === 'https:';
  return isWeb && resolved.username === '' && resolved.password === '' ? resolved : undefined;
}

/** The pane that an answer asks for; undefined when its URL may not be opened. */
export function createPane(call: XivoCall, answer: XivoAnswer, serviceUrl: string): Pane | undefined {
  const { action, event = 'EventRinging', url: asked = '', title = '' } = answer;
  if (action === 'none') return undefined;
  // A program's path is no URL; nobody opens it anyway.
  const url = action === 'run' ? asked : paneUrl(asked, serviceUrl);
  if (url === undefined) return undefined;
  return {
    id: call.id,
    callId: call.id,
    action,
    event,
    url: typeof url === 'string' ? url : url.href,
    title: title.trim() || (typeof url === 'string' ? url : url.host),
    autopause: answer.autopause ?? false,
    autopauseReason: answer.autopauseReason,
    multitab: answer.multitab ?? false,
    args: answer.executableArgs ?? [],
    state: 'waiting',
    tab: undefined,
    pausing: false,
  };
}

/** From which origin a pane's page speaks. One of the desktop's own origin is put into a sandbox that has none. */
export function originOf(pane: Pane, desktop: string): string {
  const { origin } = new URL(pane.url);
  return pane.action === 'open' && origin === desktop ? 'null' : origin;
}
