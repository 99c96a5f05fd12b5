import type { CommandType } from './command.js';
import type { ErrorCode } from './error.js';

/** Whether a command can be given now, and if not, why: a code to decide by and a text to show. */
export type Capability =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: ErrorCode; readonly text: string };

/** One capability for each command. */
export type Capabilities = Readonly<Record<CommandType, Capability>>;
