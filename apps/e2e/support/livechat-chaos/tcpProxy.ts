import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the back end on which things go wrong. */
export interface TcpProxy {
  readonly origin: string;
  /** From now on nothing passes, and nobody is told: what comes is thrown away, and sockets stay. */
  swallow(): void;
  /** New connections pass again. Those that were cut off stay so, as behind a router that has forgotten them. */
  heal(): void;
  /** Nothing passes until `release`; nothing is lost either. */
  hold(): void;
  release(): void;
  /** Breaks all connections off. */
  breakAll(): void;
  /** Breaks the next connections off, each after so many bytes to the server. */
  cutAfter(bytes: readonly number[]): void;
  /** How many of them have been broken off. */
  readonly cuts: number;
  close(): Promise<void>;
}

interface Line {
  readonly client: Socket;
  readonly server: Socket;
  dead: boolean;
}

/**
 * Passes bytes on to a node that lives when a connection is made.
 *
 * @param target its port; undefined where there is none
 */
export async function openTcpProxy(target: () => number | undefined): Promise<TcpProxy> {
  const lines = new Set<Line>();
  const lost = new Set<Socket>();
  const held: (() => void)[] = [];
  let swallows = false;
  let holds = false;
  let limits: readonly number[] = [];
  let cuts = 0;

  function pass(line: Line, from: Socket, to: Socket, moved: (bytes: number) => boolean): void {
    from.on('data', (chunk) => {
      if (line.dead || !moved(chunk.length)) return;
      if (!to.write(chunk)) {
        from.pause();
        to.once('drain', () => {
          if (!holds) from.resume();
        });
      }
    });
    // A line that is cut off does not even tell of its end.
    from.on('end', () => {
      if (!line.dead) to.end();
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      if (line.dead) return;
      to.destroy();
      lines.delete(line);
    });
  }

  function open(client: Socket): void {
    const port = target();
    if (port === undefined || client.destroyed) {
      client.destroy();
      return;
    }
    const server = connect(port, '127.0.0.1');
    const line: Line = { client, server, dead: false };
    lines.add(line);
    for (const socket of [client, server]) socket.setNoDelay(true);
    let sent = 0;
    pass(line, client, server, (bytes) => {
      sent += bytes;
      const [limit = Infinity] = limits;
      if (sent < limit) return true;
      limits = limits.slice(1);
      cuts += 1;
      client.resetAndDestroy();
      server.destroy();
      return false;
    });
    pass(line, server, client, () => true);
  }

  const listener = createServer((client) => {
    client.on('error', () => undefined);
    if (swallows) lost.add(client.resume());
    else if (holds) held.push(() => open(client));
    else open(client);
  });
  await once(listener.listen(0, '127.0.0.1'), 'listening');

  return {
    origin: `http://localhost:${(listener.address() as AddressInfo).port}`,
    swallow() {
      swallows = true;
      for (const line of lines) line.dead = true;
    },
    heal() {
      swallows = false;
    },
    hold() {
      holds = true;
      for (const { client, server } of lines) for (const socket of [client, server]) socket.pause();
    },
    release() {
      holds = false;
      for (const { client, server } of lines) for (const socket of [client, server]) socket.resume();
      for (const begin of held.splice(0)) begin();
    },
    breakAll() {
      for (const { client, server } of lines) {
        client.resetAndDestroy();
        server.destroy();
      }
    },
    cutAfter(bytes) {
      limits = bytes;
    },
    get cuts() {
      return cuts;
    },
    async close() {
      const closed = once(listener, 'close');
      listener.close();
      for (const { client, server } of lines) for (const socket of [client, server]) socket.destroy();
      for (const client of lost) client.destroy();
      await closed;
    },
  };
}
