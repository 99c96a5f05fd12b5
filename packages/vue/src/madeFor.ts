import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue';

/** What is made for an id: anew when the id is another one, and not each time that a getter gives the same again. */
export function madeFor<I, T>(id: MaybeRefOrGetter<I>, make: (id: I) => T): ComputedRef<T> {
  const wanted = computed(() => toValue(id));
  return computed(() => make(wanted.value));
}
