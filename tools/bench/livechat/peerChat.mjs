import { once } from 'node:events';
import { io } from 'socket.io-client';

let count = 0;

/** A page with a chat of its own on the socket.io peer. @param {string} url @param {(entry: unknown) => void} [tell] */
export async function peerChat(url, tell = () => {}) {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
  await once(socket, 'connect');
  const sid = `s${process.pid}-${(count += 1)}`;
  socket.on('entry', tell);
  await socket.emitWithAck('open', sid);
  return {
    sid,
    send: (msg) => socket.emitWithAck('send', { sid, id: `${sid}-${(count += 1)}`, msg }),
    close() {
      socket.disconnect();
    },
  };
}
