import type { GuestOptions } from './guest.js';
import { channelName } from './messages.js';
import { readOrigins } from './wires.js';

/** How a window finds the chat page: on its own origin's channel, and in the window that opened it, of the origin named. */
export function guestWindow(window: Window, chatOrigin: unknown): Pick<GuestOptions, 'post' | 'listen'> {
  const origin = typeof chatOrigin === 'string' ? readOrigins(chatOrigin)[0] : undefined;
  const opener: unknown = window.opener;
  const isWindow = (value: unknown): value is Window =>
    typeof value === 'object' && value !== null && 'postMessage' in value;
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName);
  return {
    post(text) {
      channel?.postMessage(text);
      if (origin !== undefined && isWindow(opener)) opener.postMessage(text, origin);
    },
    listen(hear) {
      if (channel !== undefined) channel.onmessage = ({ data }: MessageEvent<unknown>) => hear(data);
      window.addEventListener('message', ({ data, origin: from, source }: MessageEvent<unknown>) => {
        if (from === origin && source === opener) hear(data);
      });
    },
  };
}
