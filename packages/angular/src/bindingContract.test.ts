import { bindingContract } from '@offhook/testing';
import { angularDriver } from './testing/angularDriver.js';
import { mode } from './testing/appProviders.js';

bindingContract({ name: `Angular ${mode}`, driver: angularDriver() });
