import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { port } from '../addresses.js';

const cli = fileURLToPath(new URL('../../../../packages/simulator/dist/cli.js', import.meta.url));

/** A simulator of a test's own, for what would disturb the tests beside it. */
export interface OwnSimulator {
  /** Where its control API is. */
  readonly board: string;
  /** Where the live chat's documented paths begin. */
  readonly path: string;
  close(): Promise<void>;
}

/** @param index the test worker's: no two of them take the same ports */
export async function startOwnSimulator(index: number): Promise<OwnSimulator> {
  const own = port + 200 + index * 10;
  const child = spawn(process.execPath, [cli, '--port', String(own)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  for await (const line of lines) if (line.startsWith('Ctrl-C')) break;
  child.stdout.resume();
  return {
    board: `http://localhost:${own}`,
    path: `http://localhost:${own + 5}/tetherfi/livechat`,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
