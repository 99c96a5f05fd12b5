export { logbook } from './logbook.js';
export type { LogbookOptions } from './options.js';
