import { ControlError } from '../control-error.js';
import { deadlineOf } from './profile.js';
import type { RequestOutcome } from './request-desk.js';
import { fieldOfPath } from './service.js';
import { activeTab, type RingCentralSession } from './session.js';

/** After the deadline the answer is watched for this much longer, to tell late from never. */
const WATCH_MS = 2000;

export interface AskRequest {
  readonly path: string;
  readonly body?: unknown;
  readonly timeoutMs?: number | undefined;
  readonly tab?: number | string | undefined;
}

/** Asks the host as the widget would, whether or not this profile has a button for it. */
export function askThroughControl(session: RingCentralSession, request: AskRequest): Promise<RequestOutcome> {
  const { path, body, timeoutMs, tab: wanted } = request;
  const tab =
    wanted === undefined
      ? activeTab(session)
      : typeof wanted === 'number'
        ? session.tabs[wanted]
        : session.tabs.find((one) => one.id === wanted);
  if (!tab) throw new ControlError(409, 'no-widget', `No open widget is tab ${JSON.stringify(wanted)}.`);
  const field = fieldOfPath(tab.service, path);
  if (field === undefined) {
    throw new ControlError(
      409,
      'not-registered',
      `The host has not registered the path "${path}" in this widget.`,
    );
  }
  const deadlineMs = timeoutMs ?? deadlineOf(tab.profile, field);
  return tab.requests.ask(path, body, deadlineMs, Math.min(WATCH_MS, deadlineMs));
}
