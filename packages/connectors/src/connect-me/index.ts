export { connectMe } from './connectMe.js';
export type { ConnectMeDevices, DeviceHandlers, SharedContent } from './devices.js';
export type { ConnectMeOptions, MergeOptions } from './options.js';
