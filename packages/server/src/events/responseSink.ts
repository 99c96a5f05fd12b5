import { type ServerResponse } from 'node:http';
import { type EventSink } from './eventSink.js';

/** What has been written to in this turn of the loop. */
let corked: ServerResponse[] = [];

function flush(): void {
  const due = corked;
  corked = [];
  for (const outgoing of due) outgoing.uncork();
}

/**
 * Begins an event stream on a Node response. Its length is marked by the end of the connection, not in chunks: so an event
 * is one write of bytes that all clients share, and what comes in one turn of the loop goes out in one.
 *
 * @param headers besides those of an event stream: the origin's, and what else the service sets
 */
export function responseSink(outgoing: ServerResponse, headers: Readonly<Record<string, string>>): EventSink {
  outgoing.useChunkedEncodingByDefault = false;
  outgoing.shouldKeepAlive = false;
  outgoing.writeHead(200, { 'content-type': 'text/event-stream', ...headers });
  outgoing.flushHeaders();
  return {
    write(chunk) {
      if (outgoing.destroyed) return;
      if (outgoing.writableCorked === 0) {
        if (corked.length === 0) setImmediate(flush);
        corked.push(outgoing);
        outgoing.cork();
      }
      outgoing.write(chunk);
    },
    pending: () => outgoing.writableLength,
    close: () => outgoing.destroy(),
  };
}
