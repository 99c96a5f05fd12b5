export type { EncryptDetails, ScriptIntegrity, TetherfiOptions } from './options.js';
export type { SidPosition } from './slotArguments.js';
export { tetherfi } from './tetherfi.js';
