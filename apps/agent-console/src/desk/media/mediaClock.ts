import type { PeerOptions } from '@offhook/livechat/media';
import { browserClock, type Clock } from '../clock.js';

/** The page's clock, as what the two sides of a call share wants it. */
export const mediaClock = (clock: Clock): PeerOptions['clock'] => ({
  now: () => clock.now(),
  // The time of day may be set back in the middle of a call.
  monotonic: () => (clock === browserClock ? performance.now() : clock.now()),
  setTimeout: (work, ms) => clock.after(ms, work),
});
