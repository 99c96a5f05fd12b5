import { createEngineHost } from './host/engineHost.js';
import { serve } from './host/serve.js';
import { idbStore } from './storage/idbStore.js';

// The worker of an index that is stored. The other one is smaller by all that storing takes.

/** Whether this is a worker, which then serves an index. Anywhere else, such as on a server, importing does nothing. */
export const isServing: boolean = 'importScripts' in globalThis;

if (isServing) serve(self, createEngineHost({ budget: 10, openStore: idbStore }));
