import { onUpdated, shallowRef, type Ref } from 'vue';

/** What keeps the focus within a host of panes. */
export interface KeptFocus {
  /** The list of tabs. */
  readonly list: Ref<HTMLElement | undefined>;
  /** Something is about to leave the page, and the focus with it if that is in there. */
  readonly leaves: (element: HTMLElement) => void;
}

/** Who had the focus in a panel that left finds it on the tab that is selected then, and not at the page's top. */
export function useKeptFocus(): KeptFocus {
  const list = shallowRef<HTMLElement>();
  let lost = false;
  onUpdated(() => {
    if (!lost) return;
    lost = false;
    list.value?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  });
  return {
    list,
    leaves(element) {
      if (element.contains(element.ownerDocument.activeElement)) lost = true;
    },
  };
}
