import { connect } from 'node:net';

const event = Buffer.from('\nevent: call\n');

/**
 * So many browsers that follow the events; bare sockets, so that it is the server that is measured.
 *
 * @param {string} url the service's
 * @param {number} count
 */
export async function listen(url, count) {
  const { hostname, port, pathname } = new URL(`${url}/events`);
  /** When each was told, in the order of being told. @type {number[]} */
  const told = [];
  const perSocket = new Uint32Array(count);
  let done = () => {};
  const sockets = [];
  const open = (index) =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
      });
      sockets.push(socket);
      socket.once('error', reject);
      socket.on('data', (chunk) => {
        if (chunk.includes('\nevent: hello\n')) resolve(undefined);
        for (let at = chunk.indexOf(event); at !== -1; at = chunk.indexOf(event, at + event.length)) {
          told.push(performance.now());
          perSocket[index] += 1;
        }
        done();
      });
    });
  for (let index = 0; index < count; index += 100) {
    await Promise.all(Array.from({ length: Math.min(100, count - index) }, (_, next) => open(index + next)));
  }
  return {
    /** Does what has `each` browser told of one more event, and gives how long each took, in ms. */
    async round(act) {
      told.length = 0;
      perSocket.fill(0);
      const all = new Promise((resolve) => {
        done = () => {
          if (told.length >= count) resolve(undefined);
        };
      });
      const begun = performance.now();
      await act();
      await all;
      if (perSocket.some((times) => times !== 1)) throw new Error('A browser was not told exactly once.');
      return told.map((at) => at - begun);
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
