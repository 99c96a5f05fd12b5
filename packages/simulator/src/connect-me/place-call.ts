import { ControlError } from '../control-error.js';
import { dialCall, hasId, refusesToDial, ringCall } from './call-desk.js';
import type { SimCall } from './call.js';
import type { ConnectMeSession } from './session.js';

export interface CallRequest {
  readonly direction: 'inbound' | 'outbound';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly name?: string | undefined;
  readonly legs: 1 | 2;
  readonly vendorId?: number | undefined;
}

const SOMEBODY = '+3227887900';
/** Somebody who is just signing in gets this long to be ready for the call. */
const READY_WITHIN_MS = 2000;
const LOOK_EVERY_MS = 20;

async function untilReady(session: ConnectMeSession): Promise<void> {
  const { clock } = session;
  const limit = clock.now() + READY_WITHIN_MS;
  const waits = () => session.state.signingIn !== undefined || session.state.sip === 'starting';
  while (waits() && clock.now() < limit)
    await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve));
}

function refuse(code: string, message: string): never {
  throw new ControlError(409, code, message);
}

/** The id that control knows a call by: that of its first session. */
const idOf = (call: SimCall): string => String(call.legs[0]?.id);

/** Rings the agent, or dials as the agent would. */
export async function placeCall(session: ConnectMeSession, request: CallRequest): Promise<string> {
  const { direction, from, to, name, legs, vendorId } = request;
  await untilReady(session);
  if (session.state.user === undefined)
    refuse('signed-out', 'Nobody is signed in. Any user can sign in with the password "secret".');
  if (vendorId !== undefined && hasId(session, vendorId))
    refuse(
      'id-in-use',
      `A live session has the id ${vendorId}; an id comes again only after its call's end.`,
    );
  const named = name === undefined ? {} : { name };
  if (direction === 'inbound') {
    const local = to === undefined ? {} : { local: to };
    return idOf(
      ringCall(session, { remote: { number: from ?? SOMEBODY, ...named }, ...local, legs, vendorId }),
    );
  }
  if (legs === 2)
    throw new ControlError(400, 'invalid-request', 'Field "legs": only inbound calls can have two.');
  const number = to ?? SOMEBODY;
  const refusal = refusesToDial(session, number);
  if (refusal !== undefined) refuse('not-ready', refusal);
  const local = from === undefined ? {} : { local: from };
  return idOf(dialCall(session, { remote: { number, ...named }, ...local, vendorId }));
}
