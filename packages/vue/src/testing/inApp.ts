import { createApp } from 'vue';
import type { Offhook } from '@offhook/core';
import { offhookPlugin } from '../index.js';

/** Runs composables in the setup of a mounted component, and gives what they give. */
export function inApp<T>(
  client: Offhook,
  setup: () => T,
): { readonly result: T; readonly unmount: () => void } {
  let made: { readonly result: T } | undefined;
  const app = createApp({
    setup() {
      made = { result: setup() };
      return () => null;
    },
  });
  app.use(offhookPlugin, { client }).mount(document.createElement('div'));
  if (made === undefined) throw new Error('The component has not been set up.');
  return { ...made, unmount: () => app.unmount() };
}
