import { once } from 'node:events';
import WebSocket from 'ws';

/** A frame as a client gets it. */
export type AnyFrame = Readonly<Record<string, unknown>> & { readonly t: string; readonly n?: number };

/** A client by WebSocket. */
export interface SocketClient {
  readonly socket: WebSocket;
  readonly frames: readonly AnyFrame[];
  /** Texts that were no JSON. */
  readonly broken: readonly string[];
  send(frame: object | string): void;
  /** Sends a request, and resolves with its answer. */
  ask(
    frame: { readonly t: string; readonly n: number } & Readonly<Record<string, unknown>>,
  ): Promise<AnyFrame>;
  /** Resolves with the first frame that fits, also one that came before. */
  until(fits: (frame: AnyFrame) => boolean): Promise<AnyFrame>;
  /** Resolves with the code that it was ended with. */
  readonly closed: Promise<number>;
  close(): Promise<void>;
}

/** Connects. Rejects with `Unexpected server response: 403` where it is refused. */
export async function socketClient(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<SocketClient> {
  const socket = new WebSocket(url, { headers });
  const frames: AnyFrame[] = [];
  const broken: string[] = [];
  const waiting = new Set<() => void>();
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  socket.on('message', (data: Buffer) => {
    try {
      frames.push(JSON.parse(data.toString()) as AnyFrame);
    } catch {
      broken.push(data.toString());
    }
    for (const look of waiting) look();
  });
  await once(socket, 'open');

  const until = (fits: (frame: AnyFrame) => boolean): Promise<AnyFrame> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = frames.find(fits);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  const send = (frame: object | string): void =>
    socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));

  return {
    socket,
    frames,
    broken,
    send,
    until,
    closed,
    ask(frame) {
      const from = frames.length;
      send(frame);
      return until((each) => each.n === frame.n && frames.indexOf(each) >= from);
    },
    async close() {
      socket.close();
      await closed;
    },
  };
}
