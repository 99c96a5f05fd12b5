import { isDialing } from './call.js';
import { liveCalls, type KunziteSession } from './session.js';

/** Why a call can't begin, in words for a person; undefined when it can. */
export function refusesToDial(session: KunziteSession, number: string): string | undefined {
  const { signedIn, sip } = session.state;
  if (!signedIn) return 'Nobody is signed in.';
  if (session.faults.offline || sip === 'lost') return 'The phone is not connected.';
  if (!/\d/.test(number)) return 'That is no number. Type one, or pick a contact.';
  if (liveCalls(session).some(isDialing)) return 'Another call is being dialled.';
  return undefined;
}
