import type { StoredChoice } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/vue';
import { computed, type WritableComputedRef } from 'vue';

/** A choice of the person's, for `v-model`. */
export function useChoice<T extends string>({ choice, choose }: StoredChoice<T>): WritableComputedRef<T> {
  const chosen = useCurrent(choice);
  return computed({ get: () => chosen.value, set: choose });
}
