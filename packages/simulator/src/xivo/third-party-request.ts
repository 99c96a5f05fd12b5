import { account } from './account.js';
import type { XivoCall } from './call.js';
import type { XivoSession } from './session.js';
import { createToken } from './token.js';

/** The user's token of now: a new one is made shortly before the old one is worth nothing. */
function tokenOf(session: XivoSession): string {
  const now = session.clock.now();
  const { token } = session.state;
  if (token && token.expiresAt * 1000 > now + 60_000) return token.text;
  session.state.token = createToken(now);
  return session.state.token.text;
}

/** What the web service is told of a call, with the fields in the order of the vendor's sample. */
export function thirdPartyRequest(session: XivoSession, call: XivoCall): Readonly<Record<string, unknown>> {
  const { userId, agentId, firstName, lastName, fullName } = account;
  const { queue } = call;
  return {
    user: { userId, agentId, firstName, lastName, fullName, token: tokenOf(session) },
    callee: call.localNumber,
    caller: call.remote.number,
    userData: {
      XIVO_USERID: String(userId),
      SIPCALLID: call.sipCallId,
      // What the caller dialled: the queue's number, if there is a queue.
      USR_XIVO_DSTNUM: queue?.number ?? call.localNumber,
    },
    callDataCallId: call.id,
    ...(queue ? { queue } : {}),
  };
}
