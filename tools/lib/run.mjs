import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.mjs';

/** @typedef {{ code: number, output: string, stdout: string, timedOut: boolean }} Outcome */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
const posix = process.platform !== 'win32';

/**
 * Ends a child and everything it started.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (posix) process.kill(-child.pid, signal);
    else spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
  } catch {
    // it was gone already
  }
}

/** Ends whatever `run` has under way. */
export function endAll() {
  for (const child of running) endGroup(child, 'SIGKILL');
}

/**
 * The environment of children: no test runner's marks, no prompts, no daemon left behind.
 *
 * @param {Record<string, string | undefined>} extra
 */
function childEnv(extra) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', npm_config_loglevel: 'error', ...extra };
  delete env.NODE_TEST_CONTEXT;
  // Nx would force colours upon its tasks.
  if (!process.stdout.isTTY) Object.assign(env, { FORCE_COLOR: '0', NO_COLOR: undefined });
  return env;
}

/**
 * Runs a program to its end, in a process group of its own, with nothing on its standard input.
 * It never rejects: a program that can't be started ends with code 127.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, timeoutMs?: number, show?: boolean }} [options]
 *   `show` lets the output through to ours instead of keeping it.
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd = root, env = {}, timeoutMs = 15 * 60_000, show = false } = {}) {
  return new Promise((resolve) => {
    let output = '';
    let stdout = '';
    let timedOut = false;
    const child = spawn(command, args, {
      cwd,
      env: childEnv(env),
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      detached: posix,
      windowsHide: true,
    });
    running.add(child);
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup(child, 'SIGKILL');
    }, timeoutMs);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      running.delete(child);
      if (timedOut) output += `\nStopped: it took longer than ${Math.round(timeoutMs / 1000)} s.\n`;
      resolve({
        code,
        output: stripVTControlCharacters(output),
        stdout: stripVTControlCharacters(stdout),
        timedOut,
      });
    };
    child.on('error', (error) => {
      output += `${command}: ${error.message}\n`;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/**
 * The script behind a package's command, so that it runs with this Node, without a shell, on every system.
 *
 * @param {string} packageName
 * @param {string} [command]
 */
export function binOf(packageName, command = packageName.split('/').at(-1)) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command ?? '']);
}

/**
 * Runs a development dependency's command.
 *
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2] & { command?: string }} [options]
 */
export function runTool(packageName, args, options = {}) {
  return run(process.execPath, [binOf(packageName, options.command), ...args], options);
}

/**
 * Runs npm: the one that started us, else the one on the path.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNpm(args, options) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('npm-cli.js')) return run(process.execPath, [own, ...args], options);
  // npm is a .cmd on Windows, which only a shell starts.
  return posix ? run('npm', args, options) : run('cmd', ['/d', '/s', '/c', 'npm', ...args], options);
}
