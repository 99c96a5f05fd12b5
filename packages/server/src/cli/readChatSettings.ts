import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Settings } from '../livechat/hub/settings.js';
import type { IceOptions } from '../livechat/ice/iceOptions.js';
import { readDeskSettings } from './readDeskSettings.js';
import { readIceSettings } from './readIceSettings.js';

/** What `offhook-server livechat` is to do. */
export interface ChatSettings {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly origins: readonly string[];
  readonly loopbackOrigins: boolean;
  readonly sites: boolean;
  readonly captcha: boolean;
  readonly requireToken: boolean;
  readonly requireEncrypted: boolean;
  readonly trustProxy: boolean;
  readonly untilStdinEnds: boolean;
  readonly desk: Settings;
  /** Passwords by name. */
  readonly agents: ReadonlyMap<string, string>;
  /** With this password any name may log in. */
  readonly anyAgentPassword?: string;
  readonly files?: string;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly key?: Uint8Array;
  readonly secret?: string;
  readonly switchKey?: string;
  readonly ice?: IceOptions;
}

type Environment = Readonly<Record<string, string | undefined>>;

const listOf = (text = ''): string[] => text.split(/[\s,]+/).filter((each) => each !== '');

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new Error(`--port: '${text}' is no port.`);
}

function agentsOf(text = ''): ReadonlyMap<string, string> {
  const agents = new Map<string, string>();
  for (const pair of text.split(',').filter((each) => each.trim() !== '')) {
    const mark = pair.indexOf(':');
    const [name, password] = [pair.slice(0, mark).trim(), pair.slice(mark + 1)];
    if (mark < 1 || name === '' || password === '') {
      throw new Error('OFFHOOK_CHAT_AGENTS: name:password was expected, with commas between.');
    }
    agents.set(name, password);
  }
  return agents;
}

function keyOf(text: string | undefined): Uint8Array | undefined {
  if (text === undefined || text === '') return undefined;
  const key = new Uint8Array(Buffer.from(text, 'base64url'));
  if (key.byteLength === 32) return key;
  throw new Error('OFFHOOK_CHAT_KEY: 32 bytes as base64url were expected.');
}

const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/**
 * Reads the command line, and what it doesn't say from the environment. Secrets come from the environment alone: a command
 * line is there for all users of a machine to see.
 *
 * @throws Error for what it can't read; no secret is in its text
 */
export function readChatSettings(args: readonly string[], env: Environment): ChatSettings {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { ...flag, short: 'h' },
      port: { type: 'string' },
      host: { type: 'string' },
      origin: { type: 'string', multiple: true },
      'loopback-origins': flag,
      data: { type: 'string' },
      files: { type: 'string' },
      captcha: flag,
      'require-token': flag,
      'require-encrypted': flag,
      sites: flag,
      'trust-proxy': flag,
      'until-stdin-ends': flag,
    },
  });
  const { data } = values;
  const optional = {
    anyAgentPassword: given(env.OFFHOOK_CHAT_AGENT_PASSWORD),
    files: values.files ?? (data === undefined ? undefined : path.join(data, 'files')),
    databaseUrl: given(env.DATABASE_URL) ?? (data === undefined ? undefined : path.join(data, 'chats.db')),
    redisUrl: given(env.REDIS_URL),
    key: keyOf(env.OFFHOOK_CHAT_KEY),
    secret: given(env.OFFHOOK_CHAT_SECRET),
    switchKey: given(env.OFFHOOK_CHAT_SWITCH_KEY),
    ice: readIceSettings(env),
  };
  return {
    help: values.help,
    port: portOf(values.port ?? env.PORT ?? '4305'),
    host: values.host ?? env.HOST ?? 'localhost',
    origins: values.origin ?? listOf(env.OFFHOOK_CHAT_ORIGINS),
    loopbackOrigins: values['loopback-origins'],
    sites: values.sites,
    captcha: values.captcha,
    requireToken: values['require-token'],
    requireEncrypted: values['require-encrypted'],
    trustProxy: values['trust-proxy'],
    untilStdinEnds: values['until-stdin-ends'],
    desk: readDeskSettings(env.OFFHOOK_CHAT_SETTINGS),
    agents: agentsOf(env.OFFHOOK_CHAT_AGENTS),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
