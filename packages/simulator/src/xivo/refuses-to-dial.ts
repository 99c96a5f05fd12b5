import { isDialing } from './call.js';
import { liveCalls, type XivoSession } from './session.js';

/** Why a call can't begin, in words for a person; undefined when it can. */
export function refusesToDial(session: XivoSession, number: string): string | undefined {
  const { agent, sip } = session.state;
  if (agent.state === 'logged-out') return 'Nobody is logged in.';
  if (session.faults.offline || sip === 'lost') return 'The phone is not connected.';
  if (!/\d/.test(number)) return 'That is no number.';
  if (liveCalls(session).some(isDialing)) return 'Another call is being dialled.';
  return undefined;
}
