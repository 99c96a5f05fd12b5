import { type Clock } from '../../clock.js';

/** How often a started is passed on, and after how much silence it is a stopped (P-21). */
const againMs = 3_000;
const silenceMs = 10_000;

interface Typist {
  /** When a started was last passed on. */
  toldAt: number;
  types: boolean;
  shown: boolean;
  silence: () => void;
  late: () => void;
}

/** Passes a state on. */
export type TellTyping = (state: 0 | 1) => void;

const nothing = (): void => undefined;

/** Who types now at this node: passes on what is new, and a stop when there is silence. Nothing of it is stored (T-73, P-21). */
export class Typing {
  readonly #clock: Clock;
  readonly #typists = new Map<string, Typist>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param key who types where */
  started(key: string, tell: TellTyping): void {
    const typist = this.#typists.get(key) ?? {
      toldAt: -Infinity,
      types: false,
      shown: false,
      silence: nothing,
      late: nothing,
    };
    this.#typists.set(key, typist);
    typist.types = true;
    typist.silence();
    typist.silence = this.#clock.setTimeout(() => this.stopped(key, tell), silenceMs);
    const wait = typist.toldAt + againMs - this.#clock.monotonic();
    if (wait <= 0) return this.#show(typist, tell);
    if (typist.shown) return;
    // It stopped and began again within the pause: told when the pause is over, if it is still so.
    typist.late();
    typist.late = this.#clock.setTimeout(() => {
      if (typist.types && !typist.shown) this.#show(typist, tell);
    }, wait);
  }

  /** Passed on once; not at all when nobody was told of a start. */
  stopped(key: string, tell: TellTyping): void {
    const typist = this.#typists.get(key);
    if (typist === undefined) return;
    typist.silence();
    typist.types = false;
    if (typist.shown) tell(1);
    typist.shown = false;
    typist.late();
    const wait = typist.toldAt + againMs - this.#clock.monotonic();
    if (wait <= 0) return void this.#typists.delete(key);
    typist.late = this.#clock.setTimeout(() => {
      if (!typist.types) this.#typists.delete(key);
    }, wait);
  }

  close(): void {
    for (const { silence, late } of this.#typists.values()) {
      silence();
      late();
    }
    this.#typists.clear();
  }

  #show(typist: Typist, tell: TellTyping): void {
    typist.toldAt = this.#clock.monotonic();
    typist.shown = true;
    tell(0);
  }
}
