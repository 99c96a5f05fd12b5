export type { RingCentralOptions } from './options.js';
export { ringCentral } from './ringcentral.js';
export type { RingCentralService, ServicePath } from './services/service.js';
