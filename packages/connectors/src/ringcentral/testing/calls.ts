import type { Sighting } from '../sighting.js';
import type { TrackedCall } from '../trackedCall.js';

const ada = { number: '+12165325078', name: 'Ada' };
const us = { extension: '101' };

/** What a frame of the web phone says of an inbound call that rings, unless told otherwise. */
export const sighting = (facts: Partial<Sighting> = {}): Sighting => ({
  stream: 'phone',
  direction: 'inbound',
  phase: 'waiting',
  session: 's-1',
  party: 'p-1',
  caller: ada,
  callee: us,
  startedAt: 1_000,
  ...facts,
});

/** An inbound call that rings, unless told otherwise, and of which no stream has spoken. */
export const tracked = (facts: Partial<TrackedCall> = {}): TrackedCall => ({
  direction: 'inbound',
  ids: ['s-1'],
  state: 'ringing',
  parties: [],
  remote: ada,
  local: us,
  ...facts,
});
