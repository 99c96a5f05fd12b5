import { useEffect, useLayoutEffect } from 'react';

/** An effect before the page is painted. On a server, where React 18 warns of those, it is one that never runs. */
export const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
