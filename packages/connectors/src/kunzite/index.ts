export { kunzite } from './kunzite.js';
export type { KunziteOptions } from './options.js';
