import { createHmac, randomBytes } from 'node:crypto';
import type { IceServer } from '@offhook/livechat';
import type { Clock } from '../../clock.js';
import type { IceOptions } from './iceOptions.js';

const twelveHours = 43_200;

/** 9 bytes: so that no two pages have the same name. */
const randomName = (): string => randomBytes(9).toString('base64url');

/**
 * Tells the ICE servers as they are now (T-76): with a TURN secret, its server with a name that says until when it holds, and
 * the name's HMAC as the password.
 */
export function iceServers(
  { servers = [], turn }: IceOptions,
  clock: Clock,
  name: () => string = randomName,
): () => readonly IceServer[] {
  if (turn === undefined) return () => servers;
  const { urls, secret, ttlSeconds = twelveHours } = turn;
  return () => {
    const username = `${Math.floor(clock.now() / 1_000) + ttlSeconds}:${name()}`;
    const credential = createHmac('sha1', secret).update(username).digest('base64');
    return [...servers, { urls, username, credential }];
  };
}
