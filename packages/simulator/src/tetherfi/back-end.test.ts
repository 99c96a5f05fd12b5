import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { startBackEnd, type BackEnd } from './back-end.js';
import { backEndCommand } from './back-end-command.js';
import { fakeCommand } from './testing/fakeCommand.js';

const opened: BackEnd[] = [];
afterEach(async () => {
  for (const backEnd of opened.splice(0)) await backEnd.close();
});

async function start(lines: string[] = [], strictOrigins: readonly string[] = []): Promise<BackEnd> {
  const log = (line: string): void => void lines.push(line);
  const backEnd = await startBackEnd({ command: fakeCommand, port: 0, strictOrigins, log });
  opened.push(backEnd);
  return backEnd;
}

interface Seen {
  readonly lives: number;
  readonly args: readonly string[];
}
const seen = async ({ origin }: BackEnd): Promise<Seen> =>
  (await fetch(new URL('/seen', origin))).json() as Promise<Seen>;

test('it starts, says where it listens, and its output is passed on', async () => {
  const lines: string[] = [];
  const backEnd = await start(lines);
  expect(backEnd.origin).toMatch(/^http:\/\/localhost:\d+$/);
  expect(() => backEnd.up()).not.toThrow();
  expect(lines).toEqual([expect.stringMatching(/^Live chat/)]);
  expect(lines.join()).not.toContain(backEnd.key);
  const { args } = await seen(backEnd);
  expect(args).toEqual(expect.arrayContaining(['livechat', '--sites', '--until-stdin-ends']));
  expect(args).toContain('--loopback-origins');
  expect(args.join()).not.toContain(backEnd.key);
});

test('strict origins are all that it lets in', async () => {
  const { args } = await seen(await start([], ['http://localhost:4200', 'http://localhost:4100']));
  expect(args).not.toContain('--loopback-origins');
  expect(args.join(' ')).toContain('--origin http://localhost:4200 --origin http://localhost:4100');
});

test('a restart is a kill, and the same data and the same port after it; until then it is not up', async () => {
  const backEnd = await start();
  const { origin } = backEnd;
  let told = 0;
  backEnd.onBack(() => {
    told += 1;
    expect(() => backEnd.up()).toThrow('restarting');
    return Promise.resolve();
  });
  const restarted = backEnd.restart();
  await restarted;
  expect(backEnd.origin).toBe(origin);
  expect(told).toBe(1);
  expect((await seen(backEnd)).lives).toBe(2);
  await backEnd.restart();
  expect((await seen(backEnd)).lives).toBe(3);
  expect(told).toBe(2);
});

test('one that dies by itself comes back too', async () => {
  const backEnd = await start();
  const back = new Promise<void>((resolve) => {
    backEnd.onBack(() => {
      resolve();
      return Promise.resolve();
    });
  });
  await fetch(new URL('/die', backEnd.origin)).catch(() => undefined);
  await back;
  expect((await seen(backEnd)).lives).toBe(2);
});

test('after close nothing of it is left', async () => {
  const backEnd = await start();
  const { args } = await seen(backEnd);
  const files = args[args.indexOf('--files') + 1] ?? '';
  const folder = files.replace(/.files$/, '');
  expect(existsSync(folder)).toBe(true);
  await backEnd.close();
  await expect(fetch(new URL('/seen', backEnd.origin))).rejects.toThrow();
  expect(existsSync(folder)).toBe(false);
});

test('one that doesn’t start is an error with what it said', async () => {
  const options = { port: 0, strictOrigins: [], log: () => {} };
  const failing = startBackEnd({ ...options, command: [...fakeCommand, 'nonsense'] });
  await expect(failing).rejects.toThrow(/ended with 3\.\nIt has no reason to live\./);
  const missing = startBackEnd({ ...options, command: ['/no/such/program'] });
  await expect(missing).rejects.toThrow(/can’t be started/);
});

test('it doesn’t outlive a process that is killed', async () => {
  const [node = '', file = ''] = fakeCommand;
  // As the simulator starts it: with a pipe that ends with the process.
  const script = `require('node:child_process').spawn(process.execPath, [${JSON.stringify(file)}, 'livechat', '--port', '0',
    '--until-stdin-ends'], { stdio: ['pipe', 'inherit', 'inherit'], env: { DATABASE_URL: 'file:/dev/null' } })`;
  const parent = spawn(node, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(parent.stdout);
  const [line] = (await once(lines, 'line')) as [string];
  const origin = new URL(line.split(/ +/)[2] ?? '').origin;
  expect((await fetch(new URL('/seen', origin))).ok).toBe(true);
  parent.kill('SIGKILL');
  // Its output was the child's too: it ends with the child.
  await once(lines, 'close');
  await expect(fetch(new URL('/seen', origin))).rejects.toThrow();
});

test('without the package it says what to do', () => {
  expect(() => backEndCommand('file:///nowhere/index.js')).toThrow(
    /not installed.*start without the live chat/,
  );
});
