import {
  getCurrentInstance,
  hasInjectionContext,
  inject,
  onActivated,
  onDeactivated,
  onMounted,
  shallowRef,
  ssrContextKey,
  watch,
  type Ref,
} from 'vue';

/**
 * Keeps something going for what the source gives, while it gives something, and begins anew when it gives something
 * else. It ends with the component or effect scope. On a server, where nobody would tell it to end, it never begins.
 */
export function keep<S>(source: () => S | undefined, begin: (value: S) => () => void): void {
  if (isOnServer()) return;
  watch(
    source,
    (value, _before, onCleanup) => {
      if (value !== undefined) onCleanup(begin(value));
    },
    // Whoever sets an id and then reads or commands in the same breath means the new one.
    { immediate: true, flush: 'sync' },
  );
}

/** Whether what is so now may show: at once, but where a server's rendering is taken over, once that is mounted. */
export function useBegun(): Readonly<Ref<boolean>> {
  const instance = getCurrentInstance();
  // A component that has its node before its first rendering has it from the server.
  const isHydrating = instance !== null && !instance.isMounted && instance.vnode.el !== null;
  const begun = shallowRef(!isHydrating);
  if (isHydrating)
    onMounted(() => {
      begun.value = true;
    });
  return begun;
}

/** Whether the component is in the page: mounted, and not laid aside by a `KeepAlive`. */
export function useShown(): Readonly<Ref<boolean>> {
  const shown = shallowRef(false);
  const show = (): void => {
    shown.value = true;
  };
  onMounted(show);
  onActivated(show);
  onDeactivated(() => {
    shown.value = false;
  });
  return shown;
}

const isOnServer = (): boolean =>
  hasInjectionContext() && inject<unknown>(ssrContextKey, undefined) !== undefined;
