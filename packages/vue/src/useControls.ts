import { computed, type MaybeRefOrGetter, type Ref } from 'vue';
import type { Current } from '@offhook/core';
import { madeFor } from './madeFor.js';
import { useCurrent } from './useCurrent.js';

type AnyFunction = (...args: never[]) => unknown;

/** What a composable with controls gives: a readonly ref for each thing to show, and the functions as they are. */
export type ControlRefs<T> = {
  readonly [K in keyof T]: T[K] extends AnyFunction ? T[K] : Readonly<Ref<T[K]>>;
};

/** Controls of core, made for an id. The functions stay the same, and act for the id of the moment. */
export function useControls<I, C extends { readonly state: Current<object> }>(
  id: MaybeRefOrGetter<I>,
  make: (id: I) => C,
): ControlRefs<C['state']['value'] & Omit<C, 'state'>> {
  const controls = madeFor(id, make);
  const state = useCurrent(() => controls.value.state as Current<Members>);
  const { state: _state, ...actions } = controls.value as Members;
  return {
    ...eachKey(state.value, (key) => computed(() => state.value[key])),
    ...eachKey(
      actions,
      (key) =>
        (...args: never[]) =>
          ((controls.value as Members)[key] as AnyFunction)(...args),
    ),
  } as ControlRefs<C['state']['value'] & Omit<C, 'state'>>;
}

type Members = Readonly<Record<string, unknown>>;

const eachKey = (of: Members, make: (key: string) => unknown): Members =>
  Object.fromEntries(Object.keys(of).map((key) => [key, make(key)]));
