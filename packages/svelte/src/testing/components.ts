import type { Component } from 'svelte';
import type { EventType, Offhook, OffhookEvent, StreamName, StreamValues } from '@offhook/core';
import type { PaneHostOptions, SoftphoneOptions } from '../index.js';
import * as legacy from './legacy/index.js';
import type { Log } from './log.js';
import type { RowLog } from './rowLog.js';
import * as runes from './runes/index.js';

export { default as Desk } from './Desk.svelte';

/** The props of `Root`, which gives the client to a component below it. */
export interface RootProps {
  readonly client: Offhook;
  readonly Child: Component<object>;
  readonly given: object;
}

/** The components that drive the binding. */
export interface TestComponents {
  readonly Root: Component<RootProps>;
  readonly Probe: Component<{
    readonly name: StreamName;
    readonly id?: string | undefined;
    readonly log: Log<StreamValues[StreamName]>;
  }>;
  readonly Rows: Component<{ readonly log: RowLog }>;
  readonly Handler: Component<{
    readonly type: EventType;
    readonly handler: (event: OffhookEvent) => void;
  }>;
  readonly Frame: Component<Pick<SoftphoneOptions, 'connector' | 'openOn'>>;
  readonly Panes: Component<Pick<PaneHostOptions, 'labels'>>;
}

/** Every test runs in both: what holds in one only isn't right. */
export type Mode = 'runes' | 'legacy';

/** With runes, and as components were written before there were any. */
export const components: Readonly<Record<Mode, TestComponents>> = { runes, legacy };

export const modes: readonly Mode[] = ['runes', 'legacy'];

/** The props that make `Root` show a component with these props. */
export const showing = <P extends object>(client: Offhook, Child: Component<P>, given: P): RootProps => ({
  client,
  Child: Child as Component<object>,
  given,
});
