import type { Call } from '../model/call.js';
import { merge } from './same.js';

/** The call without one of the vendor's ids and its leg; with one leg, or none, nothing was merged any more. */
export function withoutId(call: Call, vendorId: string): Call {
  const legs = call.legs.filter((leg) => leg.vendorId !== vendorId);
  return merge(call, {
    vendorIds: call.vendorIds.filter((each) => each !== vendorId),
    legs,
    ...(legs.length < 2 && { mergedBy: undefined }),
  });
}
