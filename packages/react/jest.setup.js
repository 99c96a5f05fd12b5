import { TextDecoder, TextEncoder } from 'node:util';

// Browsers have these and jsdom doesn't; React's server rendering asks for them.
Object.assign(globalThis, { TextEncoder, TextDecoder });
