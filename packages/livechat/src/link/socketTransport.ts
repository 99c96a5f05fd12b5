import type { Env, WireSocket } from '../boot/env.js';
import { socketAddress } from '../http/urls.js';
import { json } from './read.js';
import { readFrame } from './readFrame.js';
import type { OpenTransport } from './transport.js';

/** Frames over a WebSocket: one text message each. */
export function socketTransport(env: Env): OpenTransport {
  return (on) => {
    let over = false;
    const isOver = (): boolean => over;
    let socket: WireSocket | undefined;
    const lose = (): void => {
      if (over) return;
      over = true;
      on.lost();
    };
    try {
      socket = env.openSocket(socketAddress(env, 'socket'), {
        open: () => {
          if (!over) on.open();
        },
        text: (data) => {
          if (over) return;
          on.contact();
          const frame = readFrame(json(data));
          // `contact` may have found that this connection is too old to go on with.
          if (frame !== undefined && !isOver()) on.frame(frame);
        },
        lost: lose,
      });
    } catch {
      // A policy of the page's may forbid it: told like any other connection that fails.
      env.clock.setTimeout(lose, 0);
    }
    return {
      send: (request) => {
        if (!over) socket?.send(JSON.stringify(request));
      },
      close: () => {
        if (over) return;
        over = true;
        socket?.close();
      },
      get buffered() {
        return socket?.buffered ?? 0;
      },
    };
  };
}
