import type { IceServer } from '@offhook/livechat';
import { isObject } from '../http/isObject.js';
import type { IceOptions } from './iceOptions.js';

const anyAddress = /^(?:stuns?|turns?):[^\s]+$/i;
const turnAddress = /^turns?:[^\s]+$/i;
const shortestTtl = 60;
const fields = ['urls', 'username', 'credential'];

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const areAddresses = (value: unknown, address: RegExp): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => isText(each) && address.test(each));

function readServer(value: unknown, name: string): IceServer {
  if (!isObject(value)) throw new TypeError(`${name} has to be an object.`);
  const strange = Object.keys(value).find((field) => !fields.includes(field));
  // What stands in the wrong place may be a secret: it isn't quoted.
  if (strange !== undefined)
    throw new TypeError(`${name} has a field that isn’t known; known are ${fields.join(', ')}.`);
  const { urls, username, credential } = value;
  const all: unknown = typeof urls === 'string' ? [urls] : urls;
  if (!areAddresses(all, anyAddress))
    throw new TypeError(
      `${name}: urls has to be a stun:, stuns:, turn: or turns: address, or a list of them.`,
    );
  const isTurn = all.some((each) => turnAddress.test(each));
  if (isTurn && !(isText(username) && isText(credential)))
    throw new TypeError(`${name}: a TURN server needs a username and a credential.`);
  if ((username !== undefined && !isText(username)) || (credential !== undefined && !isText(credential)))
    throw new TypeError(`${name}: username and credential have to be texts.`);
  return {
    urls: typeof urls === 'string' ? urls : all,
    ...(isText(username) && { username }),
    ...(isText(credential) && { credential }),
  };
}

/**
 * Checks a list of ICE servers, whoever made it.
 *
 * @param name what it is called in the error
 * @throws TypeError for what is wrong; no value is in its text
 */
export function readIceServers(value: unknown, name: string): readonly IceServer[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} has to be a list of ICE servers.`);
  return value.map((each, at) => readServer(each, `${name}[${at}]`));
}

/**
 * Checks the addresses of a TURN server and its secret.
 *
 * @param names what they are called in the error
 * @throws TypeError for what is wrong; no value is in its text
 */
export function readTurn(
  { urls, secret, ttlSeconds }: NonNullable<IceOptions['turn']>,
  names: { readonly urls: string; readonly secret: string; readonly ttlSeconds?: string },
): NonNullable<IceOptions['turn']> {
  if (!areAddresses(urls, turnAddress))
    throw new TypeError(`${names.urls} has to be a list of turn: or turns: addresses.`);
  if (!isText(secret)) throw new TypeError(`${names.secret} has to be the secret that the TURN server has.`);
  if (ttlSeconds !== undefined && !(Number.isSafeInteger(ttlSeconds) && ttlSeconds >= shortestTtl))
    throw new TypeError(
      `${names.ttlSeconds ?? 'ttlSeconds'} has to be ${shortestTtl} seconds at least, in whole ones.`,
    );
  return { urls, secret, ...(ttlSeconds !== undefined && { ttlSeconds }) };
}

/** Checks what `liveChat` was given. */
export function readIceOptions({ servers, turn }: IceOptions): IceOptions {
  const names = { urls: 'ice.turn.urls', secret: 'ice.turn.secret', ttlSeconds: 'ice.turn.ttlSeconds' };
  return {
    ...(servers !== undefined && { servers: readIceServers(servers, 'ice.servers') }),
    ...(turn !== undefined && { turn: readTurn(turn, names) }),
  };
}
