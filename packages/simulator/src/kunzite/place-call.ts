import { ControlError } from '../control-error.js';
import { dialCall, ringCall } from './call-desk.js';
import { refusesToDial } from './refuses-to-dial.js';
import type { KunziteSession } from './session.js';

export interface CallRequest {
  readonly direction: 'inbound' | 'outbound';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly name?: string | undefined;
  /** Whom the call is for: the frames' `team`. */
  readonly queue?: string | undefined;
}

const SOMEBODY = '+34666555444';
/** A softphone that is just being loaded gets this long to be ready for the call. */
const READY_WITHIN_MS = 2000;
const LOOK_EVERY_MS = 20;

async function untilReady(session: KunziteSession): Promise<void> {
  const { clock } = session;
  const limit = clock.now() + READY_WITHIN_MS;
  const waits = () =>
    session.state.signedIn && !session.faults.offline && !session.tabs.some((tab) => tab.logged);
  while (waits() && clock.now() < limit)
    await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve));
}

function refuse(code: string, message: string): never {
  throw new ControlError(409, code, message);
}

/** Rings the agent, or dials as the agent would. */
export async function placeCall(session: KunziteSession, request: CallRequest): Promise<string> {
  const { direction, from, to, name, queue } = request;
  await untilReady(session);
  const inbound = direction === 'inbound';
  const localNumber = inbound ? to : from;
  const start = {
    remote: { number: (inbound ? from : to) ?? SOMEBODY, ...(name === undefined ? {} : { name }) },
    ...(localNumber === undefined ? {} : { localNumber }),
    ...(queue === undefined ? {} : { team: queue }),
  };
  const { signedIn, sip } = session.state;
  if (!signedIn) refuse('signed-out', 'Nobody is signed in, so there is no phone for the call.');
  if (!inbound) {
    const refusal = refusesToDial(session, start.remote.number);
    if (refusal !== undefined) refuse('not-ready', refusal);
  }
  if (sip === 'lost') refuse('not-ready', 'The phone has lost its connection, so no call reaches the agent.');
  const call = inbound ? ringCall(session, start) : dialCall(session, start);
  session.touch();
  return call.id;
}
