import { ControlError } from '../control-error.js';
import { dialCall, ringCall } from './call-desk.js';
import { refusesToDial } from './refuses-to-dial.js';
import type { XivoSession } from './session.js';

export interface CallRequest {
  readonly direction: 'inbound' | 'outbound';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly name?: string | undefined;
  /** The queue that it comes through; without one it is a direct call. */
  readonly queue?: string | undefined;
}

const SOMEBODY = '1013';

function refuse(code: string, message: string): never {
  throw new ControlError(409, code, message);
}

/** Rings the agent, or dials as the agent would. */
export function placeCall(session: XivoSession, request: CallRequest): string {
  const { direction, from, to, name, queue } = request;
  const inbound = direction === 'inbound';
  const localNumber = inbound ? to : from;
  const start = {
    remote: { number: (inbound ? from : to) ?? SOMEBODY, ...(name === undefined ? {} : { name }) },
    ...(localNumber === undefined ? {} : { localNumber }),
    ...(queue === undefined || !inbound ? {} : { queue: session.queueOf(queue) }),
  };
  const { agent, sip } = session.state;
  if (agent.state === 'logged-out')
    refuse('signed-out', 'Nobody is logged in, so there is no phone for the call.');
  if (!inbound) {
    const refusal = refusesToDial(session, start.remote.number);
    if (refusal !== undefined) refuse('not-ready', refusal);
  }
  if (sip === 'lost') refuse('not-ready', 'The phone has lost its connection, so no call reaches the agent.');
  const call = inbound ? ringCall(session, start) : dialCall(session, start);
  session.touch();
  return call.id;
}
