import type { Duplex } from 'node:stream';
import type { WebSocket, RawData } from 'ws';
import type { Clock } from '../../clock.js';
import type { Connection } from './connections.js';
import type { Line } from './line.js';
import { closing, type Wire } from './wire.js';

/** How long a connection may be silent, and how far behind. */
export interface SocketLimits {
  /** From the opening to a hello that is taken. */
  readonly helloMs: number;
  /** Without a sign of life the other end is asked for one. Browsers answer by themselves, also where a page sleeps. */
  readonly askMs: number;
  /** Without a sign of life it is given up. */
  readonly lostMs: number;
  /** Bytes that wait to be sent: whoever reads too slowly has to come back, and resumes. */
  readonly behindBytes: number;
}

export const socketLimits: SocketLimits = {
  helloMs: 10_000,
  askMs: 15_000,
  lostMs: 45_000,
  behindBytes: 1_048_576,
};

/** What a connection by WebSocket is made of. */
export interface SocketParts {
  readonly socket: WebSocket;
  /** What it stands on. */
  readonly stream: Duplex;
  readonly site: string;
  readonly who: 'c' | 'a';
  readonly clock: Clock;
  readonly limits: SocketLimits;
  /** Opens what is at this end of the wire. */
  open(wire: Wire): Line;
  /** Lets what goes in and out through, or holds it back. */
  readonly gate?: Gate;
  counted(direction: 'in' | 'out'): void;
  /** It was given up, as it read too slowly. */
  slow(): void;
  /** It is gone. */
  left(): void;
}

/** Where a connection's texts can be held back, for tests. */
export interface Gate {
  incoming(deliver: () => void): void;
  outgoing(text: string, wire: { deliver(text: string): void; cut(): void }): void;
  changed(): void;
  end(): void;
}

const textOf = (data: RawData): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as Buffer).toString();

/** One connection by WebSocket. It has no timer of its own, and no more than it needs: there are thousands. */
export function socketConnection(parts: SocketParts): Connection {
  const { socket, stream, site, who, clock, limits, gate } = parts;
  const openedAt = clock.monotonic();
  let heardAt = openedAt;
  let asked = false;
  let isCorked = false;

  /** What is told in one turn goes out in one call of the system, which costs more than all else about a message. */
  function cork(): void {
    if (isCorked) return;
    isCorked = true;
    stream.cork();
    setImmediate(() => {
      isCorked = false;
      stream.uncork();
    });
  }

  function deliver(text: string): void {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > limits.behindBytes) {
      parts.slow();
      socket.terminate();
      return;
    }
    parts.counted('out');
    cork();
    socket.send(text);
  }
  const cut = (): void => socket.terminate();
  const line = parts.open({
    send: gate === undefined ? deliver : (text) => gate.outgoing(text, { deliver, cut }),
    close: (code, reason) => socket.close(code, reason),
    hold: (isHeld) => (isHeld ? socket.pause() : socket.resume()),
  });
  const heard = (): void => {
    heardAt = clock.monotonic();
    asked = false;
  };
  socket.on('message', (data, isBinary) => {
    heard();
    if (isBinary) {
      socket.close(1003, 'text');
      return;
    }
    parts.counted('in');
    if (gate === undefined) line.take(textOf(data));
    else gate.incoming(() => line.take(textOf(data)));
  });
  socket.on('pong', heard);
  // Such as a frame that is too large: `close` follows, and tells the other end.
  socket.on('error', () => undefined);
  socket.once('close', () => {
    gate?.end();
    line.gone();
    parts.left();
  });

  return {
    site,
    who,
    look(now) {
      if (!line.isGreeted && now - openedAt >= limits.helloMs) socket.close(...closing.noHello);
      else if (now - heardAt >= limits.lostMs) socket.terminate();
      else if (!asked && now - heardAt >= limits.askMs && socket.readyState === socket.OPEN) {
        asked = true;
        socket.ping();
      }
    },
    cut,
    end: () => socket.close(...closing.away),
    ...(gate !== undefined && { changed: () => gate.changed() }),
  };
}
