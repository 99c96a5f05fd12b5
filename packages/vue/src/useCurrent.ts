import { shallowReadonly, shallowRef, toValue, type MaybeRefOrGetter, type Ref } from 'vue';
import type { Current } from '@offhook/core';
import { keep, useBegun } from './bridge.js';

/**
 * Any stream of core's as a readonly ref, such as one that you made with `select`; by a ref or a getter, one stream
 * after another. On a server, and in the first rendering after hydration, it is `initial`.
 *
 * @example const muted = useCurrent(select(phone.focus, (call) => call?.muted ?? false));
 */
export function useCurrent<T>(current: MaybeRefOrGetter<Current<T>>): Readonly<Ref<T>> {
  const value = shallowRef(toValue(current).initial);
  const begun = useBegun();
  keep(
    () => (begun.value ? toValue(current) : undefined),
    (now) => {
      const leave = now.listen((next) => {
        value.value = next;
      });
      // Read when it is watched: a ticker that nobody has looked at stands still.
      value.value = now.value;
      return leave;
    },
  );
  return shallowReadonly(value);
}
