import type { CallState } from '@offhook/core';
import { isAnswered, isLive } from './sighting.js';
import { isGuess, stateAs, type TrackedCall } from './trackedCall.js';

/**
 * Decides the state from what each stream said last, so that it doesn't matter in which order they speak. `waits`:
 * it has probably ended, and will have, unless a stream speaks of it soon.
 *
 * - The end of an answered leg of the web phone ends the call at once, and so does that of an outbound one: nobody
 *   else can have it. Not so while the person is flipping it to another device.
 * - The end of a leg that rang and wasn't answered here says nothing about the other devices of this extension.
 *   If presence or the session says that it was answered, the person is talking on another one: the call goes on.
 *   If they say that it still rings, they may lag: what they say next decides, or silence does. If the person sent it
 *   away, or they know nothing of it or say that it is over, it has ended.
 * - A final word of presence or of the session ends the call, but for one that was put together by number alone:
 *   there the web phone gets time to speak for itself.
 * - Presence that merely loses a call ends it after a silence, unless the web phone still has it (U-14).
 */
export function verdict(call: TrackedCall): { readonly state: CallState; readonly waits: boolean } {
  const { phone, presence, telephony, open, direction } = call;
  const others = [presence, telephony];
  const over = others.includes('ended');
  const legEnded = phone === 'ended';
  const answered = [phone, ...others].find(isAnswered);
  const ended =
    call.state === 'ended' ||
    (over && (legEnded || !isGuess(call))) ||
    (legEnded && !(open && others.some(isLive)));
  return {
    // What has been answered rings no more, whatever a stream says that lags behind.
    state: ended ? 'ended' : !answered && call.answered ? call.state : stateAs(answered, direction),
    waits: !ended && (over || (legEnded ? !answered : (phone ?? presence) === 'silent')),
  };
}
