import { computed, untracked, type Signal } from '@angular/core';
import { select, type Current } from '@offhook/core';
import { currentSignal, outsideAngular, type BridgeOptions } from './bridge.js';
import { valueOf, type MaybeSignal } from './MaybeSignal.js';

type AnyFunction = (...args: never[]) => unknown;

/** Controls of core: their state, and the functions beside it. */
interface Controls {
  readonly state: Current<object>;
}

/** What controls of core come to in one value. */
type Whole<C extends Controls> = C['state']['value'] & Omit<C, 'state'>;

/** What controls tell, each part as a signal of its own, and the functions beside them. */
export type ControlSignals<V> = {
  readonly [K in keyof V]: V[K] extends (...args: never[]) => unknown ? V[K] : Signal<V[K]>;
};

const functionsOf = ({ state: _state, ...functions }: Controls): Readonly<Record<string, AnyFunction>> =>
  functions;

/** Controls of core for a template: those of the id that was given last, behind functions that stay the same. */
export function controlSignals<C extends Controls>(
  make: (id: string | undefined) => C,
  id: MaybeSignal<string | undefined>,
  options: BridgeOptions = {},
  read: typeof currentSignal = currentSignal,
): ControlSignals<Whole<C>> {
  const controls = computed(() => make(valueOf(id)));
  const functions = computed(() => functionsOf(controls()));
  const state = read<object>(() => controls().state, options);
  const outside = outsideAngular(options);
  // Read for its names only: a required input that says the id has no value yet.
  const shape = make(undefined);
  return Object.fromEntries([
    ...Object.keys(shape.state.initial).map((key) => [key, computed(() => state()[key as never])]),
    ...Object.keys(functionsOf(shape)).map((name) => [
      name,
      outside((...args: never[]) => untracked(functions)[name]?.(...args)),
    ]),
  ]) as ControlSignals<Whole<C>>;
}

/** Controls of core as one stream of whole values. */
export function controlStream<C extends Controls>(controls: C): Current<Whole<C>> {
  const functions = functionsOf(controls);
  return select(controls.state, (now) => ({ ...now, ...functions }) as Whole<C>);
}
