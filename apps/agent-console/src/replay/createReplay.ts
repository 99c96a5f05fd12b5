import type { playerConfig } from '@rrweb/replay';
import { EventType, type eventWithTime, IncrementalSource } from '@rrweb/types';
import type { FromReplay } from './messages.js';
import { leadOf, readEvent } from './readEvent.js';

/** As much of rrweb's player as there is need of. */
export interface Player {
  readonly wrapper: HTMLElement;
  readonly iframe: HTMLIFrameElement;
  startLive(baseline: number): void;
  addEvent(event: eventWithTime): void;
  destroy(): void;
}

export interface ReplayOptions {
  readonly root: HTMLElement;
  createPlayer(config: Partial<playerConfig>): Player;
  tell(message: FromReplay): void;
  /** Milliseconds that never go back. */
  now(): number;
}

/** Shows a page as it is told of. */
export interface Replay {
  take(events: readonly unknown[]): void;
  /** Something has thrown while it was shown. */
  fail(): void;
  /** The window has another size. */
  fit(): void;
}

/** Moves are shown as they were made, and no later than this. */
const longestLeadMs = 250;
/** Between two events. */
const shortestMs = 0.01;
/** The player keeps them all: after so many, a whole page is shown by a new one. */
const mostShown = 20_000;

function sizeIn(event: eventWithTime): { readonly width: number; readonly height: number } | undefined {
  if (event.type === EventType.Meta) return event.data;
  if (event.type !== EventType.IncrementalSnapshot) return undefined;
  return event.data.source === IncrementalSource.ViewportResize ? event.data : undefined;
}

/**
 * Shows what a customer's page tells of itself. Each event is looked at first; it is shown when it comes, whatever the
 * customer's clock says, counted from the first event's time.
 */
export function createReplay({ root, createPlayer, tell, now }: ReplayOptions): Replay {
  let player: Player | undefined;
  let size: { readonly width: number; readonly height: number } | undefined;
  let baseline = 0;
  let startedAt = 0;
  /** When the last event was shown, counted from the start. */
  let lastAt = 0;
  let shown = 0;
  /** How large the window is, while the page itself is yet to come. */
  let first: eventWithTime | undefined;

  function fit(): void {
    if (player === undefined || size === undefined) return;
    const scale = Math.min(root.clientWidth / size.width, root.clientHeight / size.height);
    player.wrapper.style.setProperty('transform', `scale(${scale > 0 ? scale : 1})`);
  }

  function measure({ width, height }: { readonly width: number; readonly height: number }): void {
    size = { width, height };
    tell({ t: 'size', width, height });
    fit();
  }

  function stop(): void {
    const old = player;
    player = undefined;
    try {
      old?.destroy();
    } catch {
      // What was broken need not go in order.
    }
    root.replaceChildren();
  }

  function start(first: eventWithTime): Player {
    const fresh = createPlayer({
      root,
      liveMode: true,
      mouseTail: false,
      triggerFocus: false,
      useVirtualDom: false,
      UNSAFE_replayCanvas: false,
      pauseAnimation: false,
      showWarning: false,
      logger: { log: () => undefined, warn: () => undefined },
    });
    // Its content is looked at: nothing in it gets the keyboard.
    fresh.iframe.inert = true;
    fresh.iframe.title = 'Page';
    // The player takes no time at all for the time of day.
    baseline = Math.max(1, first.timestamp);
    startedAt = now();
    lastAt = 0;
    shown = 0;
    fresh.startLive(baseline);
    player = fresh;
    return fresh;
  }

  function show(event: eventWithTime): void {
    const resized = sizeIn(event);
    if (resized !== undefined) measure(resized);
    if (event.type === EventType.Meta && shown >= mostShown) stop();
    if (player !== undefined) {
      const lead = Math.min(longestLeadMs, leadOf(event));
      // No two at the same time: the player may put such in another order than they came in.
      lastAt = Math.max(now() - startedAt, lastAt + shortestMs);
      player.addEvent({ ...event, timestamp: baseline + lastAt + lead });
      shown += 1;
      return;
    }
    // What comes before a whole page has nothing to change.
    if (event.type === EventType.Meta) first = event;
    if (event.type !== EventType.FullSnapshot || first === undefined) return;
    const fresh = start(first);
    // Of before the beginning, it is shown at once: some browsers load the empty document a moment later once more, and it is
    // not trusted by rrweb then.
    for (const each of [first, event]) fresh.addEvent({ ...each, timestamp: baseline - 1 });
    fit();
  }

  function fail(): void {
    if (player === undefined) return;
    stop();
    tell({ t: 'broken' });
  }

  tell({ t: 'ready' });
  return {
    fit,
    fail,
    take(events) {
      for (const given of events) {
        const event = readEvent(given);
        if (event === undefined) continue;
        try {
          show(event);
        } catch {
          fail();
          return;
        }
      }
    },
  };
}
