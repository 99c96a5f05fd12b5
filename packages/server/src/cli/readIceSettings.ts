import type { IceOptions } from '../livechat/ice/iceOptions.js';
import { readIceServers, readTurn } from '../livechat/ice/readIceOptions.js';

const names = {
  servers: 'OFFHOOK_CHAT_ICE_SERVERS',
  urls: 'OFFHOOK_CHAT_TURN_URLS',
  secret: 'OFFHOOK_CHAT_TURN_SECRET',
} as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's own message quotes the text, which may have a password in it.
    throw new Error(`${names.servers} is no JSON.`);
  }
}

/**
 * Reads which ICE servers pages are told of.
 *
 * @throws Error for what it can't read; no value is in its text
 */
export function readIceSettings(env: Readonly<Record<string, string | undefined>>): IceOptions | undefined {
  const { [names.servers]: servers = '', [names.urls]: urls = '', [names.secret]: secret = '' } = env;
  const addresses = urls.split(/[\s,]+/).filter((each) => each !== '');
  const hasTurn = addresses.length > 0 || secret !== '';
  if (servers === '' && !hasTurn) return undefined;
  return {
    ...(servers !== '' && { servers: readIceServers(parsed(servers), names.servers) }),
    ...(hasTurn && { turn: readTurn({ urls: addresses, secret }, names) }),
  };
}
