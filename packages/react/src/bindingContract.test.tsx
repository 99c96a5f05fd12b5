import { bindingContract } from '@offhook/testing';
import { modes } from './testing/modes.js';
import { reactDriver } from './testing/reactDriver.js';

for (const [name, Mode] of modes) bindingContract({ name: `React ${name}`, driver: reactDriver(Mode) });
