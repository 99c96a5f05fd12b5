/**
 * The protocol's version: `v` of each `hello`, and of the `welcome` that answers it. Another number is another protocol.
 *
 * @example
 * socket.send(JSON.stringify({ t: 'hello', n: 1, v: protocolVersion, page: crypto.randomUUID(), token }));
 */
export const protocolVersion = 1;
