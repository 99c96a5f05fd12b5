import type { Channel } from '@offhook/core';

/** A channel whose other end is the test. */
export interface FakeFrameChannel<In> extends Channel<In> {
  /**
   * Delivers a frame, as the vendor would; takes anything, hostile frames included. `false` when nobody listens or
   * the guard refuses it.
   */
  receive(frame: unknown): boolean;
  /** What was sent to the vendor, in order. */
  readonly sent: readonly unknown[];
  /** How many listen now. Zero after everything was closed, or something leaks. */
  readonly listeners: number;
  /** Whether it has been closed since somebody last listened. */
  readonly closed: boolean;
}

/** What the fake channel lets in. */
export interface FakeFrameChannelOptions<In> {
  /** The guard that the real channel would be given. Without it every frame passes. */
  readonly accept?: (data: unknown) => data is In;
  /** Answers for the vendor: gets each frame sent, and a way to deliver frames back. */
  readonly onSend?: (frame: unknown, receive: (frame: unknown) => boolean) => void;
}

/**
 * Stands in for a frame channel: connectors accept it as `{ channel }`. It can be listened to again after it was
 * closed, so that one fake serves a connector that connects more than once.
 *
 * @example
 * const channel = fakeFrameChannel();
 * const phone = createOffhook({ connectors: [parlour({ channel })] });
 * channel.receive({ type: 'call', id: '1', now: 'ring' });
 * expect(channel.sent).toContainEqual({ type: 'do', what: 'answer', id: '1' });
 */
export function fakeFrameChannel<In = unknown>(
  options: FakeFrameChannelOptions<In> = {},
): FakeFrameChannel<In> {
  const handlers = new Set<{ handle: (message: In) => void }>();
  const sent: unknown[] = [];
  let closed = false;

  const passes = (frame: unknown): frame is In => options.accept?.(frame) ?? true;

  function receive(frame: unknown): boolean {
    if (handlers.size === 0 || !passes(frame)) return false;
    for (const handler of [...handlers]) handler.handle(frame);
    return true;
  }

  return {
    receive,
    listen(handle) {
      const handler = { handle };
      closed = false;
      handlers.add(handler);
      return () => {
        handlers.delete(handler);
      };
    },
    send(message) {
      // Like a real channel: nobody is there any more.
      if (closed) return;
      sent.push(message);
      options.onSend?.(message, receive);
    },
    close() {
      closed = true;
      handlers.clear();
    },
    sent,
    get listeners() {
      return handlers.size;
    },
    get closed() {
      return closed;
    },
  };
}
