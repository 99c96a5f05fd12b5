import { useCallback, useRef, type RefObject } from 'react';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/** What keeps the focus within a host of panes. */
export interface KeptFocus {
  /** The list of tabs. */
  readonly list: RefObject<HTMLDivElement | null>;
  /** Something is about to leave the page, and the focus with it if that is in there. */
  readonly leaves: (element: HTMLElement | null) => void;
}

/** Who had the focus in a panel that left finds it on the tab that is selected then, and not at the page's top. */
export function useKeptFocus(): KeptFocus {
  const list = useRef<HTMLDivElement>(null);
  const lost = useRef(false);
  useIsomorphicLayoutEffect(() => {
    if (!lost.current) return;
    lost.current = false;
    list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  });
  const leaves = useCallback((element: HTMLElement | null) => {
    if (element?.contains(element.ownerDocument.activeElement)) lost.current = true;
  }, []);
  return { list, leaves };
}
