import type { Addresses } from './addresses.js';

/**
 * How the sample apps embed Connect Me, as the options of `connectMe()`. It rings, speaks and shares itself until
 * somebody leaves that to the page; the simulator has a name of its own for the event that asks to ring.
 */
export const connectMeWidget = ({ connectMe }: Addresses) => ({
  url: connectMe,
  devices: { events: { ringer: ['ringing'] } },
});
