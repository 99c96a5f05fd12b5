import type { Connector } from './connector.js';
import type { Call } from './model/call.js';

/** How far apart two tabs may see the same call begin, in milliseconds. */
const sameCallMs = 10_000;

/**
 * Gives each call a key that is the same in every tab: by its lasting id, or else by the ids that others know it by. A
 * call without any of these is taken for the one that begins at about the same time elsewhere.
 */
export function createPaneKeys(connectorOf: (id: string) => Connector | undefined): (call: Call) => string {
  let seen = new Map<string, number>();
  let period = 0;
  return ({ connector, vendorIds, remote, sipCallId, linkedId, startedAt }) => {
    const { recyclesIds = false, isLasting = () => true } = connectorOf(connector) ?? {};
    const lasting = recyclesIds ? undefined : vendorIds.find(isLasting);
    const known = lasting ?? sipCallId ?? linkedId;
    if (known !== undefined) return `${connector}:${known}`;
    const now = Math.floor(startedAt / sameCallMs);
    if (now !== period) seen = new Map();
    period = now;
    // The same party may call several times within that time; each tab sees them all.
    const { number = '' } = remote;
    const count = (seen.get(number) ?? 0) + 1;
    seen.set(number, count);
    return `${connector}:${number}@${now}#${count}`;
  };
}
