import type { AgentFrame, AgentRequest } from '@offhook/livechat';
import type { Socket } from '../desk/link/socketLink.js';

/** The server's end of a connection, worked by hand. */
export interface FakeSocket extends Socket {
  readonly sent: readonly AgentRequest[];
  readonly isClosed: boolean;
  tell(frame: AgentFrame): void;
  tellText(text: unknown): void;
  break(): void;
}

export function fakeSocket(): FakeSocket {
  const sent: AgentRequest[] = [];
  let isClosed = false;
  const socket: FakeSocket = {
    sent,
    get isClosed() {
      return isClosed;
    },
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (text) => void sent.push(JSON.parse(text) as AgentRequest),
    close() {
      isClosed = true;
    },
    tell: (frame) => socket.tellText(JSON.stringify(frame)),
    tellText: (data) => socket.onmessage?.({ data }),
    break: () => socket.onclose?.(),
  };
  return socket;
}
