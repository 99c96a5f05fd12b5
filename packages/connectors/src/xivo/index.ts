export type { ServiceUser } from './paneRequest.js';
export type { XivoGuestOptions, XivoObserverOptions, XivoOptions } from './options.js';
export { xivo } from './xivo.js';
export type { XivoPanesOptions } from './xivoPanes.js';
export { xivoPanes } from './xivoPanes.js';
