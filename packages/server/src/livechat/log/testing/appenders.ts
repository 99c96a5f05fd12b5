import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** Processes that append to a log, and what was acknowledged to them. */
export interface Appenders {
  /** All that was acknowledged to any of them: `<id> <stream>` and the record's number. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Starts one. It goes on with the first record of its name that wasn't acknowledged. */
  start(kind: 'sqlite' | 'redis', where: string, name: string): void;
  /** Resolves when so many more were acknowledged to the one of this name. */
  more(name: string, count: number): Promise<void>;
  /** Ends the one of this name, wherever it is. */
  kill(name: string): Promise<void>;
  /** Ends all, and deletes the bundle. */
  close(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly closed: Promise<unknown>;
}

const folder = path.resolve(__dirname, '../../../..');

/** Bundles the program next to the dependencies, where it finds them: processes of their own can't run TypeScript. */
export async function bundleAppenders(): Promise<Appenders> {
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  const out = mkdtempSync(path.join(folder, 'node_modules', '.offhook-test-'));
  const tsdown = path.dirname(createRequire(__filename).resolve('tsdown/package.json'));
  const options =
    '--no-config --format esm --platform node --no-dts --tsconfig tsconfig.build.json --log-level error';
  await promisify(execFile)(
    process.execPath,
    [
      path.join(tsdown, 'dist/run.mjs'),
      'src/livechat/log/testing/appender.ts',
      ...options.split(' '),
      '--out-dir',
      path.relative(folder, out),
    ],
    { cwd: folder },
  );

  const acknowledged = new Map<string, number>();
  const counts = new Map<string, number>();
  const running = new Map<string, Running>();
  const waiting = new Set<() => void>();

  function read(name: string, line: string): void {
    const [id = '', stream = '', seq] = line.split(' ');
    const key = `${id} ${stream}`;
    const known = acknowledged.get(key);
    if (known !== undefined && known !== Number(seq))
      throw new Error(`${key} was acknowledged as ${known} and as ${seq}.`);
    acknowledged.set(key, Number(seq));
    counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const look of waiting) look();
  }

  async function kill(name: string): Promise<void> {
    const one = running.get(name);
    if (one === undefined) return;
    running.delete(name);
    one.child.kill('SIGKILL');
    await one.closed;
  }

  return {
    acknowledged,
    start(kind, where, name) {
      let from = 0;
      while (acknowledged.has(`${name}-${from} chat:both`)) from += 1;
      const { PATH = '' } = process.env;
      const child = spawn(
        process.execPath,
        [path.join(out, 'appender.mjs'), kind, where, name, String(from)],
        { env: { PATH }, stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const lines = createInterface(child.stdout).on('line', (line) => read(name, line));
      running.set(name, { child, closed: Promise.all([once(child, 'close'), once(lines, 'close')]) });
    },
    more(name, count) {
      const goal = (counts.get(name) ?? 0) + count;
      return new Promise((resolve) => {
        const look = (): void => {
          if ((counts.get(name) ?? 0) < goal) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      });
    },
    kill,
    async close() {
      await Promise.all([...running.keys()].map(kill));
      rmSync(out, { recursive: true, force: true });
    },
  };
}
