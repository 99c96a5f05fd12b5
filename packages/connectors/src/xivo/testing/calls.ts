import type { Agent, Call } from '@offhook/core';
import { at } from './frames.js';

/** A call of any vendor's. */
export const call = (facts: Partial<Call> = {}): Call => ({
  id: 'softphone:7',
  connector: 'softphone',
  vendorIds: ['7'],
  legs: [],
  direction: 'inbound',
  state: 'ringing',
  muted: false,
  remote: { number: '1013' },
  local: { number: '1023' },
  participants: [],
  match: { status: 'none', contacts: [] },
  startedAt: at,
  durations: { waitMs: 0, talkMs: 0, totalMs: 0, source: 'host', asOf: 0 },
  linked: [],
  userData: {},
  recordings: [],
  log: { status: 'none', waiting: 0 },
  ...facts,
});

export const agent: Agent = {
  connector: 'softphone',
  userId: '54',
  name: 'James Bond',
  extension: '1023',
  presence: 'available',
};
