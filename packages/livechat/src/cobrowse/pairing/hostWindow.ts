import type { Clock } from '../../boot/env.js';
import { mediaPortOf } from '../../media/mediaPortOf.js';
import { hostPairing } from './host.js';
import { channelName } from './messages.js';
import { tellBy } from './tellBy.js';
import { channelWire, readOrigins, windowWire } from './wires.js';

/**
 * Lets other windows co-browse in this page's chat (row T-118): those of its own origin, and of the origins that the script
 * parameter `cobrowse=` of livechat.js names.
 *
 * @example hostWindow(api, clock, window, new URL(src).searchParams.get('cobrowse'));
 */
export function hostWindow(
  api: unknown,
  clock: Pick<Clock, 'setTimeout'>,
  window: Window,
  cobrowse: string | null,
): void {
  const port = mediaPortOf(api);
  if (port === undefined) return;
  const origins = readOrigins(cobrowse);
  const channel = channelWire(channelName);
  hostPairing({
    clock,
    port,
    tell: tellBy(api),
    wires: [
      ...(channel === undefined ? [] : [channel]),
      ...(origins.length === 0 ? [] : [windowWire(window, origins)]),
    ],
  });
}
