import { ControlError } from '../control-error.js';
import { dialCall, ringCall } from './call-desk.js';
import { refusesToDial } from './new-call.js';
import type { RingCentralSession } from './session.js';

export interface CallRequest {
  readonly direction: 'inbound' | 'outbound';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly name?: string | undefined;
  readonly queue?: string | undefined;
}

const SOMEBODY = '+12165325078';
/** A widget that is just being loaded gets this long to be ready for the call. */
const READY_WITHIN_MS = 2000;
const LOOK_EVERY_MS = 20;

async function untilReady(session: RingCentralSession): Promise<void> {
  const { clock } = session;
  const limit = clock.now() + READY_WITHIN_MS;
  const waits = () => session.state.signedIn && !session.tabs.some((tab) => tab.stage === 'ready');
  while (waits() && clock.now() < limit)
    await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve));
}

function refuse(code: string, message: string): never {
  throw new ControlError(409, code, message);
}

/** Rings the agent, or dials as the agent would. */
export async function placeCall(session: RingCentralSession, request: CallRequest): Promise<string> {
  const { direction, from, to, name, queue } = request;
  await untilReady(session);
  const named = name === undefined ? {} : { name };
  if (direction === 'outbound') {
    const number = to ?? SOMEBODY;
    const refusal = refusesToDial(session, number);
    if (refusal !== undefined) refuse(session.state.signedIn ? 'not-ready' : 'signed-out', refusal);
    const call = dialCall(session, { number, ...named });
    session.touch();
    return call.id;
  }
  const { state } = session;
  if (!state.signedIn) refuse('signed-out', 'Nobody is signed in, so no call reaches the agent.');
  if (state.sip === 'lost')
    refuse('not-ready', 'The web phone has lost its connection, so no call reaches the agent.');
  if (state.dndStatus === 'DoNotAcceptAnyCalls') refuse('do-not-disturb', 'The agent accepts no calls.');
  const call = ringCall(session, {
    remote: { number: from ?? SOMEBODY, ...named },
    ...(to === undefined ? {} : { localNumber: to }),
    ...(queue === undefined ? {} : { queue }),
  });
  session.touch();
  return call.id;
}
