import { Fragment, StrictMode, type ComponentType, type ReactNode } from 'react';

/** Every test runs in both: what holds in one only isn't right. */
export const modes: readonly (readonly [
  name: string,
  Mode: ComponentType<{ readonly children: ReactNode }>,
])[] = [
  ['in StrictMode', StrictMode],
  ['without StrictMode', Fragment],
];
