import { createEngineHost } from './host/engineHost.js';
import { serve } from './host/serve.js';

/** Whether this is a worker, which then serves an index. Anywhere else, such as on a server, importing does nothing. */
export const isServing: boolean = 'importScripts' in globalThis;

if (isServing) serve(self, createEngineHost({ budget: 10 }));
