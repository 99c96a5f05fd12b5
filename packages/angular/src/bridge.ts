import {
  afterNextRender,
  afterRenderEffect,
  ApplicationRef,
  assertInInjectionContext,
  assertNotInReactiveContext,
  computed,
  DestroyRef,
  inject,
  Injector,
  makeStateKey,
  NgZone,
  PLATFORM_ID,
  signal,
  TransferState,
  untracked,
  type Signal,
} from '@angular/core';
import type { Current } from '@offhook/core';

/** Where something of Angular's lifecycle belongs. */
export interface BridgeOptions {
  /** Needed outside of an injection context only: what is made goes when this does. */
  readonly injector?: Injector | undefined;
}

const renderedByServer = makeStateKey<boolean>('offhook');

function placeOf(asked: (...args: never[]) => unknown, { injector }: BridgeOptions) {
  if (injector === undefined) assertInInjectionContext(asked);
  const place = injector ?? inject(Injector);
  return { injector: place, zone: place.get(NgZone), onServer: place.get(PLATFORM_ID) === 'server' };
}

/** Becomes true after the first rendering of a page that a server sent; in all others it is so from the start. */
function hydrated(injector: Injector): () => boolean {
  const state = injector.get(TransferState);
  if (!state.get(renderedByServer, false)) return () => true;
  const done = signal(false);
  afterNextRender(() => done.set(true), { injector });
  void injector
    .get(ApplicationRef)
    .whenStable()
    .then(() => state.remove(renderedByServer));
  return done;
}

/**
 * The one bridge between core's streams and Angular: every signal of this package is a line on top of it. Takes a
 * `Current`, or a function that reads signals and gives one. On a server, and in the first rendering after hydration,
 * the signal is `initial`.
 *
 * It listens from the moment that somebody reads the signal, and no longer than somebody does: what changed twice
 * without having been read is listened to no more, until it is read again. It all ends with the injector.
 *
 * @throws Angular's NG0203 outside of an injection context without an injector, and NG0602 where signals are followed,
 * such as in a template.
 * @example readonly seconds = currentSignal(select(this.phone.focus, talkSeconds));
 */
export function currentSignal<T>(
  source: Current<T> | (() => Current<T>),
  options: BridgeOptions = {},
): Signal<T> {
  return bridged(source, options, false);
}

/**
 * As `currentSignal`, of a stream that asks the host when somebody begins to listen: it listens until the injector is
 * gone. To stop and begin again would ask again, for answers that change more than one thing without end.
 */
export function askedSignal<T>(
  source: Current<T> | (() => Current<T>),
  options: BridgeOptions = {},
): Signal<T> {
  return bridged(source, options, true);
}

function bridged<T>(
  source: Current<T> | (() => Current<T>),
  options: BridgeOptions,
  goesOnUnread: boolean,
): Signal<T> {
  assertNotInReactiveContext(currentSignal);
  const { injector, zone, onServer } = placeOf(currentSignal, options);
  const current = typeof source === 'function' ? computed(source) : () => source;
  if (onServer) {
    injector.get(TransferState).set(renderedByServer, true);
    return computed(() => current().initial);
  }
  const changes = signal(0);
  let followed: Current<T> | undefined;
  let leave = (): void => {};
  let read = true;
  let alive = true;
  const stop = (): void => {
    leave();
    followed = undefined;
  };
  const changed = (): void => {
    if (!read && !goesOnUnread) return stop();
    read = false;
    // Core tells things when they happen, be it while Angular computes something.
    untracked(() => changes.update((count) => count + 1));
  };
  injector.get(DestroyRef).onDestroy(() => {
    alive = false;
    stop();
  });
  const isHydrated = hydrated(injector);
  return computed(() => {
    const now = current();
    if (!isHydrated()) return now.initial;
    changes();
    if (followed !== now && alive) {
      stop();
      leave = zone.runOutsideAngular(() => untracked(() => now.listen(changed)));
      followed = now;
    }
    read = true;
    return now.value;
  });
}

/**
 * Starts something that goes on until the injector is gone, or until the function that it gives is called; on a server
 * it is never started.
 */
export function untilDestroyed(start: (zone: NgZone) => () => void, options: BridgeOptions): () => void {
  const { injector, zone, onServer } = placeOf(untilDestroyed, options);
  if (onServer) return () => {};
  let end = (): void => {};
  const forget = injector.get(DestroyRef).onDestroy(() => end());
  end = zone.runOutsideAngular(() => start(zone));
  return () => {
    forget();
    end();
  };
}

/**
 * Starts something once the page is rendered, and anew when a signal that it reads has changed; what it gives ends it.
 * Never on a server.
 */
export function whileRendered(start: () => () => void): void {
  afterRenderEffect((onCleanup) => onCleanup(start()));
}

/** Makes functions whose timers don't make a zone.js app check for changes. */
export function outsideAngular(
  options: BridgeOptions,
): <A extends never[], R>(run: (...args: A) => R) => (...args: A) => R {
  const { zone } = placeOf(outsideAngular, options);
  return (run) =>
    (...args) =>
      zone.runOutsideAngular(() => run(...args));
}
