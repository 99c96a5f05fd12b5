/** Starts the index's worker. Angular's builder bundles those of the app, not those that a package starts. */
export const startContactsWorker = (): Worker =>
  new Worker(new URL('./contacts.worker', import.meta.url), { type: 'module', name: 'offhook-contacts' });
