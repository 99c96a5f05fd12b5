import type { PairingWire } from './host.js';

/** A way to windows of the same origin; undefined where the browser has none. */
export function channelWire(name: string): PairingWire | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  return {
    listen(hear) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }: MessageEvent<unknown>) =>
        hear(data, (text) => channel.postMessage(text));
      return () => channel.close();
    },
  };
}

/** A way to windows of other origins: those that are named, exactly. */
export function windowWire(window: Window, origins: readonly string[]): PairingWire {
  return {
    listen(hear) {
      const listener = ({ data, origin, source }: MessageEvent<unknown>): void => {
        if (!origins.includes(origin) || source === null || !('closed' in source)) return;
        hear(data, (text) => source.postMessage(text, origin));
      };
      window.addEventListener('message', listener);
      return () => window.removeEventListener('message', listener);
    },
  };
}

/**
 * Reads the script parameter `cobrowse=` of livechat.js: exact origins that may show themselves in this page's chat, separated
 * by commas. What is no origin, is left out.
 *
 * @example readOrigins('https://shop.example,https://help.example')
 */
export function readOrigins(given: string | null | undefined): readonly string[] {
  return (given ?? '').split(',').flatMap((each) => {
    try {
      const { origin, href } = new URL(each.trim());
      return origin !== 'null' && (href === `${origin}/` || href === origin) ? [origin] : [];
    } catch {
      return [];
    }
  });
}
