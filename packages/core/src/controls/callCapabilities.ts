import type { Offhook } from '../client.js';
import { callActions } from '../command/actions.js';
import type { Call } from '../model/call.js';
import type { Capabilities, Capability } from '../model/capability.js';
import type { CallAction } from '../model/command.js';

/** For each action on a call, whether it can be done now, and if not, why. */
export type CallCapabilities = Readonly<Record<CallAction, Capability>>;

// Calls that are alike share one table, and it lasts until a connection or a vendor's limits change: rows of a long
// list then neither work it out anew for each event, nor keep a copy each.
const tables = new WeakMap<Capabilities, Map<string, CallCapabilities>>();

const noCall: Capability = { allowed: false, reason: 'invalid-state', text: 'There is no call.' };

/** What can be done with this call; `now` are the client's capabilities at this moment. */
export function callCapabilities(
  client: Offhook,
  now: Capabilities,
  call: Call | undefined,
): CallCapabilities {
  const alike = call && `${call.direction} ${call.state} ${call.muted} ${call.recording} ${call.connector}`;
  let known = tables.get(now);
  if (known === undefined) tables.set(now, (known = new Map<string, CallCapabilities>()));
  let table = known.get(alike ?? '');
  if (table === undefined) {
    const can = (action: CallAction): Capability => (call ? client.can(`call.${action}`, { call }) : noCall);
    table = Object.fromEntries(callActions.map((action) => [action, can(action)])) as CallCapabilities;
    known.set(alike ?? '', table);
  }
  return table;
}
