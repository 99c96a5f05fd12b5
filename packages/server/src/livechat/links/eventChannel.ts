import type { ServerResponse } from 'node:http';
import { everyHeader } from '../http/exchange.js';

/** A page's frames on their way over an event stream, also between two streams. */
export interface EventChannel {
  /** Sends a frame's text, or keeps it for the next stream. `false`: more is waiting than may. */
  send(text: string): boolean;
  /** Goes on with this response. `after`: the number of the last event that the page has. */
  attach(response: ServerResponse, after: number): void;
  /** Says that it is there. `false`: the other end reads too slowly. */
  beat(): boolean;
  end(): void;
  readonly isAttached: boolean;
}

const heldAtMost = 512;
const heldBytes = 1_048_576;

/** Frames as server-sent events, numbered, so that a browser that comes back gets what it missed. */
export function eventChannel(detached: () => void): EventChannel {
  let stream: ServerResponse | undefined;
  let held: { readonly number: number; readonly text: string }[] = [];
  let [number, bytes] = [0, 0];

  const write = (to: ServerResponse, each: { number: number; text: string }): void =>
    void to.write(`id: ${each.number}\ndata: ${each.text}\n\n`);
  const isSlow = (): boolean => (stream?.writableLength ?? 0) > heldBytes;

  function forget(upTo: number): void {
    const kept = held.filter((each) => each.number > upTo);
    held = kept;
    bytes = kept.reduce((sum, { text }) => sum + text.length, 0);
  }

  return {
    send(text) {
      number += 1;
      const event = { number, text };
      held.push(event);
      bytes += text.length;
      if (stream !== undefined) {
        write(stream, event);
        // What was sent is kept for a while: that it was sent says nothing of whether it came.
        while (held.length > heldAtMost / 2 || bytes > heldBytes) {
          const [oldest] = held.splice(0, 1);
          if (oldest === undefined) break;
          bytes -= oldest.text.length;
        }
        return !isSlow();
      }
      return held.length <= heldAtMost && bytes <= heldBytes;
    },
    attach(response, after) {
      stream?.end();
      stream = response;
      response.writeHead(200, {
        ...everyHeader,
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 1000\n\n');
      forget(after);
      for (const event of held) write(response, event);
      response.once('close', () => {
        if (stream !== response) return;
        stream = undefined;
        detached();
      });
    },
    beat() {
      stream?.write(':\n\n');
      return !isSlow();
    },
    end() {
      stream?.end();
      stream = undefined;
    },
    get isAttached() {
      return stream !== undefined;
    },
  };
}
