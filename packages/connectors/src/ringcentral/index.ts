export type { RingCentralOptions } from './options.js';
export { ringCentral } from './ringcentral.js';
