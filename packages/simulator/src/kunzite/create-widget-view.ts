import { account } from './account.js';
import { isDialing, isRinging, type KunziteCall } from './call.js';
import { liveCalls, type KunziteSession } from './session.js';
import type { CallView, WidgetView } from './widget-view.js';

function callView(call: KunziteCall): CallView {
  const { id, direction, remote, team, muted, answeredAt, dtmf } = call;
  const state = isRinging(call) ? 'ringing' : isDialing(call) ? 'dialing' : call.held ? 'held' : 'active';
  return {
    id,
    state,
    direction,
    ...remote,
    team,
    muted,
    ...(answeredAt === undefined ? {} : { answeredAt }),
    dtmf,
  };
}

export function createWidgetView(session: KunziteSession): WidgetView {
  const { signedIn, sip, recent } = session.state;
  return {
    session: session.name,
    signedIn,
    ready: signedIn && sip === 'registered' && !session.faults.offline,
    user: account.user,
    extension: account.extension,
    calls: liveCalls(session).map(callView),
    recent,
    now: session.clock.now(),
  };
}
