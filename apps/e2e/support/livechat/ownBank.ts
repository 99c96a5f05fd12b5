import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { port } from '../addresses.js';

const start = fileURLToPath(new URL('../../../bank/dist/server/start.js', import.meta.url));

/** Who can log in to the bank, and how. */
export interface BankCustomer {
  readonly name: string;
  readonly number: string;
  readonly password: string;
  /** The authenticator's, in base32. */
  readonly secret: string;
}

/** The bank's site, the chat's proxy and the chat's back end, as `npm start` of the bank starts them. */
export interface OwnBank {
  readonly bank: string;
  readonly proxy: string;
  readonly backEnd: string;
  readonly agent: { readonly name: string; readonly password: string };
  readonly customers: readonly BankCustomer[];
  close(): Promise<void>;
}

const customerLine = /^Customer +(.+): number (\d+), password (\S+), authenticator ([A-Z2-7]+),/;
const agentLine = /^Agents .* name (\S+), password (\S+)$/;

/** @param index the test worker's: no two of them take the same ports */
export async function startOwnBank(index: number): Promise<OwnBank> {
  const own = port + 600 + index * 10;
  const child = spawn(process.execPath, [start], {
    env: { ...process.env, OFFHOOK_BANK_PORT: String(own) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const customers: BankCustomer[] = [];
  let agent = { name: '', password: '' };
  for await (const line of createInterface(child.stdout)) {
    const [, name, number, password, secret] = customerLine.exec(line) ?? [];
    if (name && number && password && secret) customers.push({ name, number, password, secret });
    const [, agentName, agentPassword] = agentLine.exec(line) ?? [];
    if (agentName && agentPassword) agent = { name: agentName, password: agentPassword };
    if (line.startsWith('Ctrl-C')) break;
  }
  if (customers.length === 0) throw new Error('The bank has not started.');
  child.stdout.resume();
  return {
    bank: `http://localhost:${own}`,
    proxy: `http://localhost:${own + 1}`,
    backEnd: `http://localhost:${own + 2}`,
    agent,
    customers,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
}
