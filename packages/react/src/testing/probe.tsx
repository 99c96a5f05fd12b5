import { useInsertionEffect, type ReactNode } from 'react';
import type { StreamName, StreamValues } from '@offhook/core';
import { streamHooks } from './streamHooks.js';

/** What a component has shown. */
export interface Log<T> {
  /** The value of each rendering, whether it was committed or not. */
  readonly rendered: T[];
  /** The value of each commit. */
  readonly committed: T[];
}

export const emptyLog = <T,>(): Log<T> => ({ rendered: [], committed: [] });

export interface ProbeProps<N extends StreamName> {
  readonly name: N;
  readonly id?: string | undefined;
  readonly log: Log<StreamValues[N]>;
}

/** Reads one stream, shows it as text, and logs it. */
export function Probe<N extends StreamName>({ name, id, log }: ProbeProps<N>): ReactNode {
  const useStream = streamHooks[name];
  const value = useStream(id);
  log.rendered.push(value);
  // Runs once for each commit, in StrictMode too, and never on a server.
  useInsertionEffect(() => {
    log.committed.push(value);
  });
  return <output>{JSON.stringify(value)}</output>;
}
