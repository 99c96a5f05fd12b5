import { isLive } from './sighting.js';
import type { TrackedCall } from './trackedCall.js';

/**
 * The calls that have to be seen again in time, or end: those of the web phone that aren't among the `legs`, which
 * are all that it has; or all calls, when the widget starts anew or the person signs out.
 */
export const doubt = (
  calls: readonly TrackedCall[],
  until: number,
  legs?: readonly unknown[],
): readonly TrackedCall[] =>
  calls.map((call) => {
    const { phone, presence, telephony, leg, state, dueAt = until } = call;
    const isGone = isLive(phone) && !legs?.includes(leg);
    return state === 'ended' || (legs && !isGone)
      ? call
      : {
          ...call,
          dueAt: Math.min(dueAt, until),
          phone: isGone ? 'silent' : phone,
          presence: legs ? presence : (presence ?? telephony) && 'silent',
          telephony: legs && telephony,
        };
  });
