export type { IceServer, ScreenOptions, VideoOptions } from './media/mediaOptions.js';
export type { EncryptDetails, ScriptIntegrity, TetherfiOptions } from './options.js';
export type { SidPosition } from './slotArguments.js';
export { tetherfi } from './tetherfi.js';
