import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** The command of this package, bundled from its sources: processes of their own can't run TypeScript. */
export interface BuiltServer {
  /** Starts one, and resolves when it has told what it serves. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<ServerProcess>;
  /** Runs one to its end. */
  run(
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<{ code: number; output: string }>;
  /** Ends those that still run, and deletes the bundle. */
  close(): Promise<void>;
}

/** One process. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  /** What it has told so far. */
  readonly lines: readonly string[];
  /** Sends a signal, and resolves with the exit code when it has ended. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

const folder = path.resolve(__dirname, '../..');

/** Bundles `src/cli.ts` next to the dependencies, where it finds them. */
export async function buildServer(): Promise<BuiltServer> {
  // All dependencies may stand further up: then there is no such folder yet.
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  const out = mkdtempSync(path.join(folder, 'node_modules', '.offhook-test-'));
  const bin = path.join(
    path.dirname(createRequire(__filename).resolve('tsdown/package.json')),
    'dist/run.mjs',
  );
  const options =
    '--no-config --format esm --platform node --no-dts --tsconfig tsconfig.build.json --log-level error';
  await promisify(execFile)(
    process.execPath,
    [bin, 'src/cli.ts', ...options.split(' '), '--out-dir', path.relative(folder, out)],
    { cwd: folder },
  );
  const file = path.join(out, 'cli.mjs');
  const running = new Set<ChildProcess>();

  function launch(args: readonly string[], env: Readonly<Record<string, string>>) {
    // Of the environment of the tests only what a process needs: a developer's own settings are not theirs.
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [file, ...args], {
      env: { PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  }

  return {
    async start(args, env = {}) {
      const child = launch(args, env);
      const lines: string[] = [];
      child.stderr.setEncoding('utf8').on('data', (text: string) => lines.push(text));
      await new Promise<void>((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${lines.join('\n')}`)));
        createInterface(child.stdout).on('line', (line) => {
          lines.push(line);
          if (line.startsWith('Ctrl-C')) resolve();
        });
      });
      const url = /^(?:Service|Live chat) +(\S+)$/m.exec(lines.join('\n'))?.[1] ?? '';
      return {
        url,
        port: Number(new URL(url).port),
        lines,
        async end(signal) {
          const gone = once(child, 'exit');
          child.kill(signal);
          const [code] = (await gone) as [number | null];
          return code;
        },
      };
    },
    async run(args, env = {}) {
      const child = launch(args, env);
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text;
        });
      }
      const [code] = (await once(child, 'close')) as [number];
      return { code, output };
    },
    async close() {
      await Promise.all(
        [...running].map(async (child) => {
          const gone = once(child, 'exit');
          child.kill('SIGKILL');
          await gone;
        }),
      );
      rmSync(out, { recursive: true, force: true });
    },
  };
}
