import { fileURLToPath } from 'node:url';

/** The command of a back end that only keeps what it is asked for. */
export const fakeCommand: readonly string[] = [
  process.execPath,
  fileURLToPath(new URL('./fakeBackEnd.mjs', import.meta.url)),
];
