import { randomBytes } from 'node:crypto';
import { startChild, type Child } from './child.js';
import type { DemoCustomer } from './demoCustomers.js';
import type { Ports } from './ports.js';

export interface StartBankOptions {
  readonly ports: Ports;
  readonly customers: readonly DemoCustomer[];
  /** Name and password of the agent who may log in. */
  readonly agent: { readonly name: string; readonly password: string };
  /** The built files of the three. */
  readonly files: { readonly inb: string; readonly proxy: string; readonly backEnd: string };
  /** Where the chat keeps its files. */
  readonly folder: string;
  readonly complain: (line: string) => void;
}

export interface RunningBank {
  readonly bank: string;
  readonly proxy: string;
  readonly backEnd: string;
  /** Resolves when one of the three has ended, with its name. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

const secret = (): string => randomBytes(32).toString('base64url');

/**
 * Starts the bank's site, the chat's proxy and the chat's back end (T-199), each with the secrets that it needs and no other:
 *
 * - session key: bank and proxy; service key: bank and proxy
 * - chat key, which customers' details are encrypted with: bank and back end, not the proxy, which passes them on
 * - form key: bank; cookie key: proxy; the tokens' secret: back end
 */
export async function startBank(options: StartBankOptions): Promise<RunningBank> {
  const { ports, customers, agent, files, folder, complain } = options;
  const bank = `http://localhost:${ports.bank}`;
  const proxy = `http://localhost:${ports.proxy}`;
  const backEnd = `http://localhost:${ports.backEnd}`;
  const chatKey = secret();
  const shared = { BANK_ORIGIN: bank, BANK_SESSION_KEY: secret(), BANK_SERVICE_KEY: secret() };
  const children: readonly Child[] = [
    startChild({
      name: 'The chat’s back end',
      file: files.backEnd,
      args: [
        'livechat',
        ...['--port', String(ports.backEnd), '--origin', bank, '--data', folder],
        ...['--require-token', '--require-encrypted', '--trust-proxy', '--until-stdin-ends'],
      ],
      env: {
        OFFHOOK_CHAT_KEY: chatKey,
        OFFHOOK_CHAT_SECRET: secret(),
        OFFHOOK_CHAT_AGENTS: `${agent.name}:${agent.password}`,
      },
      ready: /^Live chat +\S+$/,
      complain,
    }),
    startChild({
      name: 'The bank',
      file: files.inb,
      env: {
        ...shared,
        BANK_PORT: String(ports.bank),
        BANK_CHAT_ORIGIN: proxy,
        BANK_CUSTOMERS: JSON.stringify(customers.map(({ customer }) => customer)),
        BANK_FORM_KEY: secret(),
        BANK_CHAT_KEY: chatKey,
      },
      ready: /^Bank /,
      complain,
    }),
    startChild({
      name: 'The proxy',
      file: files.proxy,
      env: {
        ...shared,
        PROXY_PORT: String(ports.proxy),
        PROXY_ORIGIN: proxy,
        PROXY_BACK_END: backEnd,
        PROXY_COOKIE_KEY: secret(),
      },
      ready: /^Proxy /,
      complain,
    }),
  ];
  // The proxy first, so that it misses nobody.
  const close = async (): Promise<void> => {
    for (const child of [...children].reverse()) await child.stop();
  };
  try {
    await Promise.all(children.map((child) => child.ready));
  } catch (error) {
    await close();
    throw error;
  }
  return { bank, proxy, backEnd, ended: Promise.race(children.map((child) => child.ended)), close };
}
