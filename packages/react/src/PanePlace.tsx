import { useRef, type ReactNode } from 'react';
import type { Offhook } from '@offhook/core';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

interface Shown {
  readonly client: Offhook;
  readonly element: HTMLElement;
  readonly id: string;
  readonly leave: () => void;
}

/** Where a pane's page is shown. */
export function PanePlace({ client, id }: { readonly client: Offhook; readonly id: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<Shown>(undefined);
  const leaving = useRef(false);
  useIsomorphicLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    leaving.current = false;
    const before = shown.current;
    if (before?.client !== client || before.element !== element || before.id !== id) {
      before?.leave();
      shown.current = { client, element, id, leave: client.attachPane(element, id) };
    }
    return () => {
      leaving.current = true;
      // A moment later: StrictMode leaves and comes back at once, and the page is not to be loaded twice for that.
      queueMicrotask(() => {
        if (!leaving.current) return;
        shown.current?.leave();
        shown.current = undefined;
      });
    };
  }, [client, id]);
  return <div ref={place} />;
}
