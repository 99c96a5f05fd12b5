import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** One of the three. */
export interface ChildOptions {
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
  /** All of its environment: a secret goes to whoever needs it, and to nobody else. */
  readonly env: Readonly<Record<string, string>>;
  /** What it says once it listens. */
  readonly ready: RegExp;
  /** Gets what it says on its standard error. */
  readonly complain: (line: string) => void;
}

export interface Child {
  /** Resolves when it listens; rejects when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when it has ended, with its name. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const graceMs = 5_000;

/** Starts it. Its standard input is a pipe that ends with this process, however that ends, and then so does the child. */
export function startChild({ name, file, args = [], env, ready, complain }: ChildOptions): Child {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...(process.env['PATH'] !== undefined && { PATH: process.env['PATH'] }), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(
    () => name,
    () => name,
  );
  const listening = new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (ready.test(line)) resolve();
    });
    createInterface(child.stderr).on('line', complain);
    void ended.then(() => reject(new Error(`${name} ended before it was ready.`)));
  });
  // Who isn't waiting for it any more needn't hear of it.
  listening.catch(() => undefined);
  return {
    ready: listening,
    ended,
    async stop() {
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      child.kill('SIGTERM');
      child.stdin.end();
      await ended;
      clearTimeout(timer);
    },
  };
}
