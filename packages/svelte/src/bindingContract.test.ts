import { bindingContract } from '@offhook/testing';
import { modes } from './testing/components.js';
import { svelteDriver } from './testing/svelteDriver.js';

for (const mode of modes) bindingContract({ name: `Svelte, ${mode}`, driver: svelteDriver(mode) });
