import { sameNumber } from '@offhook/core';
import { isLive, remoteOf, type Sighting } from './sighting.js';
import type { TrackedCall } from './trackedCall.js';

const isLiveCall = ({ state }: TrackedCall): boolean => state !== 'ended';

/**
 * The call that a sighting is of: by the web phone's leg, else by our party in the session, else by the session (or
 * the call log's number), else, where ids don't tell, by number, if only one call comes into question. `false`:
 * nothing that the client should hear of.
 */
export function findCall(calls: readonly TrackedCall[], sighting: Sighting): TrackedCall | 'new' | false {
  const byLeg = sighting.leg && calls.find((call) => call.leg === sighting.leg);
  if (byLeg) return byLeg;
  const live = isLive(sighting.phase);
  const mine = calls.filter((call) => call.direction === sighting.direction);
  const alike = mine.filter((call) =>
    sighting.session && call.session
      ? call.session === sighting.session
      : sighting.logged && call.logged === sighting.logged,
  );
  const isOurs = (call: TrackedCall): boolean => call.parties.includes(sighting.party ?? '');
  const found = alike.find(isOurs) ?? alike.find(isLiveCall) ?? alike[0];
  if (!found) {
    const [only, another] = mine.filter(
      (call) =>
        live &&
        isLiveCall(call) &&
        (sighting.leg ? !sighting.session && !call.leg : !call.session && !call.logged) &&
        sameNumber(call.remote.number, remoteOf(sighting).number),
    );
    if (only && !another) return only;
    // The end of a leg that nobody saw begin is the end of a call; a list of calls has no ended ones.
    const begins = live || (sighting.leg && !sighting.listed);
    return begins && (sighting.leg ?? sighting.session ?? sighting.logged) ? 'new' : false;
  }
  const foreign = sighting.party && found.parties[0] && !isOurs(found);
  // The end of another party: an agent of the queue that it rang at before, or a device that it was flipped from.
  if (isLiveCall(found)) return (live || !foreign) && found;
  // A late frame of a call that is over; unless it comes to us anew, as a new party or on a new leg.
  return foreign || (sighting.leg && found.leg) ? live && 'new' : found;
}
