import { once } from 'node:events';
import WebSocket from 'ws';

/** A frame of the chat. */
export type Frame = Readonly<Record<string, unknown>> & { readonly t: string; readonly n?: number };

/** A page's socket. */
export interface ChatSocket {
  ask(frame: { readonly t: string; readonly n: number } & Readonly<Record<string, unknown>>): Promise<Frame>;
  readonly closed: Promise<unknown>;
  close(): void;
}

/** Connects; rejects with `Unexpected server response: 401` where it is refused. */
export async function chatSocket(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<ChatSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), { headers });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const waiting = new Map<number, (frame: Frame) => void>();
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as Frame;
    if (frame.n !== undefined) waiting.get(frame.n)?.(frame);
  });
  await once(socket, 'open');
  socket.on('error', () => undefined);
  return {
    closed,
    close: () => socket.close(),
    ask: (frame) =>
      new Promise((resolve) => {
        waiting.set(frame.n, resolve);
        socket.send(JSON.stringify(frame));
      }),
  };
}
