import { type Clock } from '../clock.js';
import { eventFrame, heartbeatFrame, streamHead } from './eventFrame.js';
import { type EventLog } from './eventLog.js';
import { type EventSink } from './eventSink.js';

/** What a stream needs. */
export interface EventStreamOptions {
  readonly log: EventLog;
  readonly channel: string;
  /** The id that the browser has seen last; without it the stream begins now. */
  readonly after: string | undefined;
  readonly clock: Clock;
  /** Called once, as soon as the log has answered. */
  readonly sink: () => EventSink;
}

const heartbeatMs = 15_000;
/** A browser that leaves so many bytes lying is cut off; it resumes where it was. */
const mostPending = 1_048_576;
/** A long resume waits for the browser when so many bytes are under way. */
const muchPending = 65_536;
const pauseMs = 20;
/** So often in a row nothing was taken: nobody reads. */
const mostPauses = 500;

/**
 * Server-sent events of a channel: what is missed, what comes, a heartbeat every 15 seconds. A browser that doesn't read
 * is cut off, so that it costs no more than a megabyte.
 *
 * @returns a function that ends it: nothing is written any more. It doesn't close the sink.
 * @throws what the log throws, before the sink is asked for
 */
export async function openEventStream({
  log,
  channel,
  after,
  clock,
  sink: open,
}: EventStreamOptions): Promise<() => void> {
  let sink: EventSink | undefined;
  let ended = false;
  let unfollow: (() => void) | undefined;
  let cancelBeat: (() => void) | undefined;

  function opened(): EventSink {
    if (sink === undefined) {
      sink = open();
      sink.write(streamHead);
    }
    return sink;
  }

  function end(): void {
    ended = true;
    cancelBeat?.();
    unfollow?.();
  }

  function cutOff(): void {
    end();
    sink?.close();
  }

  function write(frame: Uint8Array): void {
    if (ended) return;
    const to = opened();
    to.write(frame);
    if (to.pending() > mostPending) cutOff();
  }

  function beat(): void {
    cancelBeat = clock.setTimeout(() => {
      write(heartbeatFrame);
      if (!ended) beat();
    }, heartbeatMs);
  }

  function calm(): Promise<void> | undefined {
    const to = sink;
    if (to === undefined || ended || to.pending() <= muchPending) return undefined;
    return new Promise((resolve) => {
      let least = to.pending();
      let pauses = 0;
      const wait = (): void => {
        clock.setTimeout(() => {
          const pending = to.pending();
          pauses = pending < least ? 0 : pauses + 1;
          least = Math.min(least, pending);
          if (pauses >= mostPauses) cutOff();
          if (ended || pending <= muchPending) resolve();
          else wait();
        }, pauseMs);
      };
      wait();
    });
  }

  try {
    unfollow = await log.follow(channel, after, (event) => write(eventFrame(event)), calm);
  } catch (error) {
    end();
    throw error;
  }
  if (isEnded()) unfollow();
  else {
    opened();
    beat();
  }
  return end;

  function isEnded(): boolean {
    return ended;
  }
}
