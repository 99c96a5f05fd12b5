import { openEventStream, type EventStreamOptions } from './eventStream.js';

/** A stream for a standard `Response`. */
export interface EventStreamBody {
  readonly body: ReadableStream<Uint8Array>;
  /** Ends it from this side. */
  readonly end: () => void;
}

/**
 * `openEventStream` as the body of a `Response`.
 *
 * @param options `onEnd` is told once, when the browser went, was too slow, or `end` was called
 * @throws what the log throws
 */
export async function eventStreamBody({
  onEnd,
  ...options
}: Omit<EventStreamOptions, 'sink'> & { readonly onEnd: () => void }): Promise<EventStreamBody> {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let stop = (): void => undefined;
  let over = false;

  function finish(how: (stream: ReadableStreamDefaultController<Uint8Array> | undefined) => void): void {
    if (over) return;
    over = true;
    stop();
    how(controller);
    onEnd();
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      cancel: () => finish(() => undefined),
    },
    { highWaterMark: 0, size: (chunk) => chunk.byteLength },
  );

  stop = await openEventStream({
    ...options,
    sink: () => ({
      write(chunk) {
        if (!over) controller?.enqueue(chunk);
      },
      pending: () => (over ? 0 : -(controller?.desiredSize ?? 0)),
      close: () => finish((stream) => stream?.error(new Error('The client was too slow.'))),
    }),
  });
  if (isOver()) stop();
  return { body, end: () => finish((stream) => stream?.close()) };

  function isOver(): boolean {
    return over;
  }
}
