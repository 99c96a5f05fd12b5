import { isRecord } from '../frame.js';
import { account } from './account.js';

/** A frame for the log: whatever password somebody tried, it isn't kept. The simulator's own is no secret. */
export function withoutPassword(data: unknown): unknown {
  if (!isRecord(data) || !isRecord(data['credentials'])) return data;
  const { credentials } = data;
  if (!('password' in credentials) || credentials['password'] === account.password) return data;
  return { ...data, credentials: { ...credentials, password: '(hidden)' } };
}
