import type { Offhook } from '@offhook/core';
import { offhookPlugin, type OffhookPluginOptions } from '../index.js';

/** What a test mounts with: the plugin and its client. */
export const given = (
  client: Offhook,
): { readonly plugins: [plugin: typeof offhookPlugin, options: OffhookPluginOptions][] } => ({
  plugins: [[offhookPlugin, { client }]],
});
