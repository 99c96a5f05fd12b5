import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What it is started with. */
export interface ProcessOptions {
  /** The program, then its arguments. */
  readonly command: readonly string[];
  /** All of its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Gets each line that it prints. */
  readonly log: (line: string) => void;
}

/** One life of the back end. */
export interface BackEndProcess {
  /** Where it listens; rejects when it ends before, with what it said last. */
  readonly url: Promise<string>;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** At once, as a machine that fails. */
  kill(): void;
  /** In good order: it has a while for it, and is killed then. */
  stop(): Promise<void>;
}

/** The line with which it tells that it listens. */
const listening = /^Live chat +(\S+)$/;
const GRACE_MS = 3_000;
const LAST_LINES = 5;

/**
 * Starts it. Its standard input is a pipe that nothing is written to: with this process that pipe ends, even when it is
 * killed, and the back end with it.
 */
export function startProcess({ command, env, log }: ProcessOptions): BackEndProcess {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env: { ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const last: string[] = [];
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    // A program that can't be started doesn't end.
    child.once('error', () => resolve());
  });
  // Written to by nobody, and yet broken when the process is killed.
  child.stdin.on('error', () => {});

  const url = new Promise<string>((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`The back end can’t be started: ${error.message}`)));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        last.push(line);
        if (last.length > LAST_LINES) last.shift();
        log(line);
        const found = listening.exec(line)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    child.once('close', (code) =>
      reject(new Error([`The back end ended with ${code ?? 'a signal'}.`, ...last].join('\n'))),
    );
  });
  // Who isn't waiting for it any more needn't hear of it.
  url.catch(() => {});

  return {
    url,
    ended,
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      child.kill('SIGTERM');
      child.stdin.end();
      await ended;
      clearTimeout(timer);
    },
  };
}
