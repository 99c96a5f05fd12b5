import type { Clock } from '../boot/env.js';

const everyMs = 1_000;
const beatEvery = 3;
/** Silence, in seconds, after which the other side is taken for gone. */
const lostAfter = 20;

/** What `createBeats` needs to know of one session. */
export interface BeatOptions {
  readonly clock: Clock;
  /** Tells the other side that this one is there. */
  send(): void;
  /** Whether this side reaches the server: while it does not, silence means nothing. */
  linkUp(): boolean;
  /** Whether media can flow: then the other side is there, whatever the server does. */
  connected(): boolean;
  /** The other side is gone. Told once; nothing is sent after. */
  lost(): void;
}

/** The liveness of one session that is on. */
export interface Beats {
  /** Something came from the other side. */
  heard(): void;
  stop(): void;
}

/**
 * Says each 3 s that this side is there, and notices that the other is not: nothing heard for 20 s, and no connection for
 * media. Seconds are counted, not read from a clock, so that a computer that slept does not find everybody gone.
 *
 * @example const beats = createBeats({ clock, send, linkUp, connected, lost: () => end('lost') });
 */
export function createBeats(options: BeatOptions): Beats {
  let ticks = 0;
  let quiet = 0;
  let over = false;
  let takeBack: () => void = () => undefined;

  function stop(): void {
    over = true;
    takeBack();
  }

  function tick(): void {
    quiet = options.linkUp() && !options.connected() ? quiet + 1 : 0;
    if (quiet >= lostAfter) {
      stop();
      options.lost();
      return;
    }
    ticks += 1;
    if (ticks % beatEvery === 0 && options.linkUp()) options.send();
    if (!over) arm();
  }
  const arm = (): void => void (takeBack = options.clock.setTimeout(tick, everyMs));

  arm();
  return { heard: () => void (quiet = 0), stop };
}
