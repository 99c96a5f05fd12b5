export type { Outbox, OutboxChange, OutboxEntry, OutboxOptions, OutboxState } from './outbox.js';
export { outbox } from './outbox.js';
export type { Tabs, TabsOptions } from './tabs.js';
export { tabs } from './tabs.js';
export type { TabsChannel, TabsHost } from './tabsHost.js';
