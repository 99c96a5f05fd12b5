import type { StreamEvent } from '../wire.js';

/** Who hears what the lines say. */
export interface EventLinesOptions {
  readonly onEvent: (event: StreamEvent) => void;
  /** The stream says how many milliseconds to wait before it is opened anew. */
  readonly onRetry: (ms: number) => void;
  /** An event was dropped, for it was longer than any may be. */
  readonly onTooLong: () => void;
  /** The most characters of one event. */
  readonly maxChars: number;
  /** The id of the last event of an earlier connection. */
  readonly lastId: string | undefined;
}

/** An id that fits into a header: one that doesn't would make every later request fail. */
const sendable = /^[\x21-\x7e]{1,200}$/;

/**
 * Reads the text of an event stream, in pieces cut anywhere: the lines of the WHATWG's `text/event-stream`. Pure but
 * for whom it tells.
 */
export function eventLines(options: EventLinesOptions): (chunk: string) => void {
  const { onEvent, onRetry, onTooLong, maxChars } = options;
  let id = options.lastId;
  let line = '';
  let name = '';
  let data: string[] = [];
  let chars = 0;
  let afterReturn = false;

  function dispatch(): void {
    if (chars > maxChars) onTooLong();
    else if (data.length > 0) onEvent({ name: name || 'message', data: data.join('\n'), id });
    name = '';
    data = [];
    chars = 0;
  }

  function field(key: string, value: string): void {
    if (key === 'event') name = value;
    else if (key === 'data') data.push(value);
    else if (key === 'id' && sendable.test(value)) id = value;
    else if (key === 'retry' && /^\d{1,9}$/.test(value)) onRetry(Number(value));
  }

  function end(): void {
    if (line === '') dispatch();
    else if (chars <= maxChars) {
      const colon = line.indexOf(':');
      // A line that begins with a colon is a comment: the heartbeat.
      if (colon < 0) field(line, '');
      else if (colon > 0) field(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''));
    }
    line = '';
  }

  function take(piece: string): void {
    chars += piece.length;
    if (chars <= maxChars) line += piece;
    // What is dropped is not kept; but a line with something in it is no empty one.
    else {
      data = [];
      line = '…';
    }
  }

  return (chunk) => {
    let from = 0;
    for (const { 0: ending, index } of chunk.matchAll(/\r\n|\r|\n/g)) {
      const piece = chunk.slice(from, index);
      from = index + ending.length;
      // The two halves of one line ending may come apart.
      const isRest = afterReturn && index === 0 && ending === '\n';
      afterReturn = false;
      if (isRest) continue;
      if (piece) take(piece);
      end();
      afterReturn = ending === '\r' && from === chunk.length;
    }
    if (from === chunk.length) return;
    afterReturn = false;
    take(chunk.slice(from));
  };
}
