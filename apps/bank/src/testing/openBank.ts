import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Customer } from '../inb/customers.js';
import { serveBank } from '../inb/serveBank.js';
import type { Clock } from '../shared/clock.js';
import { people } from './people.js';

/** A bank's site at work. */
export interface OpenBank {
  readonly origin: string;
  readonly customers: readonly [Customer, Customer];
  readonly sessionKey: Uint8Array;
  readonly chatKey: Uint8Array;
  readonly serviceKey: string;
  /** What went wrong that nobody expected. */
  readonly reported: readonly Error[];
}

const running: (() => Promise<void>)[] = [];

/** Closes all that a test has opened, the last first. */
export async function closeAll(): Promise<void> {
  for (const close of running.splice(0).reverse()) await close();
}

export const closeLater = (close: () => Promise<void>): unknown => running.push(close);

export const key = (): Uint8Array => new Uint8Array(randomBytes(32));

/** @param chat the proxy's origin, which may be known later */
export async function openBank({
  chat = () => 'http://localhost:9',
  clock,
}: {
  chat?: () => string;
  clock?: Clock;
} = {}): Promise<OpenBank> {
  const customers = await people();
  const [sessionKey, chatKey, serviceKey] = [key(), key(), 'service-key-of-the-test-0123456789'];
  const reported: Error[] = [];
  const files = await mkdtemp(path.join(tmpdir(), 'offhook-bank-test-'));
  closeLater(() => rm(files, { recursive: true }));
  let origin = '';
  const server = await serveBank({
    port: 0,
    addresses: () => ({ bank: origin, chat: chat() }),
    customers,
    sessionKey,
    chatKey,
    formKey: key(),
    serviceKey,
    files,
    report: (error) => reported.push(error),
    ...(clock !== undefined && { clock }),
  });
  closeLater(() => server.close());
  origin = `http://localhost:${server.port}`;
  return { origin, customers, sessionKey, chatKey, serviceKey, reported };
}
