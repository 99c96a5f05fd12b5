import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { authenticator } from './inb/oneTimeCodes.js';
import { backEndFile } from './start/backEndFile.js';
import { demoCustomers } from './start/demoCustomers.js';
import { readPorts } from './start/ports.js';
import { startBank } from './start/startBank.js';

const say = (line: string): unknown => process.stdout.write(`${line}\n`);
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

async function run(): Promise<void> {
  const ports = readPorts(process.env);
  const customers = await demoCustomers();
  const agent = { name: 'agent', password: randomBytes(9).toString('base64url') };
  const folder = await mkdtemp(path.join(tmpdir(), 'offhook-bank-'));
  const clean = (): Promise<void> => rm(folder, { recursive: true, force: true });

  // A signal while it starts is heard too: it stops when it has started.
  const told = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => told.abort());

  const running = await startBank({
    ports,
    customers,
    agent,
    folder,
    files: { inb: here('inb.js'), proxy: here('proxy.js'), backEnd: backEndFile(import.meta.url) },
    complain: (line) => process.stderr.write(`${line}\n`),
  }).catch(async (error: unknown) => {
    await clean();
    throw error;
  });
  let stopping = false;
  async function stop(code: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    await running.close();
    await clean();
    process.exit(code);
  }
  if (told.signal.aborted) return stop(0);
  told.signal.addEventListener('abort', () => void stop(0));
  void running.ended.then((name) => {
    if (!stopping) process.stderr.write(`${name} ended by itself: the others end too.\n`);
    return stop(1);
  });

  say(`Bank      ${running.bank}`);
  say(`Proxy     ${running.proxy}`);
  say(`Back end  ${running.backEnd}`);
  say(`Agents    ${running.backEnd}/agent  name ${agent.name}, password ${agent.password}`);
  for (const { customer, password } of customers) {
    const { number, name, codeSecret } = customer;
    const code = authenticator(customer).generate();
    say(
      `Customer  ${name}: number ${number}, password ${password}, authenticator ${codeSecret}, code now ${code}`,
    );
  }
  say('Ctrl-C stops it all.');
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
  process.exit(1);
});
