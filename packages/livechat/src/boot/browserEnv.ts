import type { Env, UploadModule, WireEvents } from './env.js';
import { readNote } from './note.js';
import type { ScriptFacts } from './readScript.js';

/** The browser, as the scripts use it. */
export function browserEnv({ base, site }: Pick<ScriptFacts, 'base' | 'site'>): Env {
  return {
    base,
    ...(site === undefined ? {} : { site }),
    clock: {
      now: () => Date.now(),
      monotonic: () => performance.now(),
      setTimeout: (callback, ms) => {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
    },
    fetch: (url, init) => fetch(url, init),
    openSocket(url, on) {
      const socket = new WebSocket(url);
      socket.onopen = () => on.open();
      socket.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') on.text(data);
      };
      socket.onclose = () => on.lost();
      return {
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        close: () => {
          socket.onopen = socket.onmessage = socket.onclose = null;
          socket.close();
        },
        get buffered() {
          return socket.bufferedAmount;
        },
      };
    },
    openEvents(url, on: WireEvents) {
      const source = new EventSource(url, { withCredentials: true });
      source.onopen = () => on.open();
      source.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') on.text(data);
      };
      // It would come back by itself, but not with what was missed.
      source.onerror = () => {
        source.close();
        on.lost();
      };
      return { close: () => source.close() };
    },
    beacon: (url, body) => navigator.sendBeacon(url, body),
    cookiesEnabled: () => navigator.cookieEnabled,
    randomId() {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    random: () => Math.random(),
    report: (error) => {
      setTimeout(() => {
        throw error;
      }, 0);
    },
    note: (type, unit, msg) => readNote(globalThis)?.(type, unit, msg),
    loadUploads: async () => (await import(new URL('livechat_upload.js', base).href)) as UploadModule,
  };
}
