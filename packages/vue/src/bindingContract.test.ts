import { bindingContract } from '@offhook/testing';
import { vueDriver } from './testing/vueDriver.js';

bindingContract({ name: 'Vue', driver: vueDriver() });
