import type { Direction, Party } from '@offhook/core';
import { amount, defined, fields, text } from './read.js';
import { callEvent, type KunziteFrame } from './wire.js';

/** What one frame says of one call, in our units. */
export interface Sighting {
  readonly id: string;
  readonly phase: 'waiting' | 'answered' | 'ended';
  readonly direction: Direction;
  readonly remote: Party;
  readonly local: Party;
  readonly team: string | undefined;
  readonly startedAt: number | undefined;
  readonly waitMs: number;
  readonly talkMs: number;
  readonly totalMs: number;
  /** The vendor's word: `ringing` or `answered`, as far as anybody knows. */
  readonly status: string | undefined;
}

function phaseOf(event: string | undefined): Sighting['phase'] {
  if (event === 'accepted') return 'answered';
  return event === 'terminated' ? 'ended' : 'waiting';
}

const milliseconds = (seconds: unknown): number => (amount(seconds) ?? 0) * 1_000;

const party = (number: unknown): Party => defined<Party>({ number: text(number) });

/**
 * Reads a frame about a call. `date` is when the call began, in each of its frames (S3-11), and all figures are
 * seconds. The total stays zero until the end (S3-17); one that is zero even then is the sum of the other two.
 */
export function sightingOf(frame: KunziteFrame): Sighting {
  const data = fields(frame['data']);
  const direction = data['direction'] === 'inbound' ? 'inbound' : 'outbound';
  const [remote, local] = direction === 'inbound' ? ['from', 'to'] : ['to', 'from'];
  const waitMs = milliseconds(data['wait']);
  const talkMs = milliseconds(data['duration']);
  return {
    id: text(data['id']) ?? '',
    phase: phaseOf(callEvent(frame)),
    direction,
    remote: party(data[remote]),
    local: party(data[local]),
    team: text(data['team']),
    startedAt: amount(Date.parse(String(text(data['date'])))),
    waitMs,
    talkMs,
    totalMs: milliseconds(data['total']) || waitMs + talkMs,
    status: text(data['status']),
  };
}
