import type { CallWrite } from '../http/schemas.js';
import { mergeById } from './mergeById.js';

/** What is kept of a call: all that its writes told together. */
export type CallEntry = Omit<CallWrite, 'session' | 'writeId'>;

const phases: readonly CallEntry['phase'][] = ['start', 'update', 'final', 'recording'];

/**
 * What is known after another write. A field left out keeps its value, and what only ever grows never shrinks (the
 * phase, the vendor's ids, the recordings), in whatever order the writes come.
 */
export function mergeCall(known: CallEntry | undefined, write: CallEntry): CallEntry {
  if (known === undefined) return write;
  const later = phases.indexOf(write.phase) > phases.indexOf(known.phase) ? write.phase : known.phase;
  return {
    ...known,
    ...write,
    phase: later,
    vendorIds: [...new Set([...known.vendorIds, ...write.vendorIds])],
    recordings: mergeRecordings(known.recordings, write.recordings),
  };
}

/** As `mergeById`, but a recording that is told again without its link keeps it. */
function mergeRecordings(
  known: CallEntry['recordings'],
  more: CallEntry['recordings'],
): CallEntry['recordings'] {
  const before = new Map(known.map((recording) => [recording.id, recording]));
  return [
    ...mergeById(
      known,
      more.map((recording) => ({ ...before.get(recording.id), ...recording })),
    ),
  ];
}
