import { isRecord } from '../frame.js';
import { createFrameLog, type FrameLog } from '../frame-log.js';

/** A log remembers this many contacts in full; of older pushes it keeps the beginning. */
const KEPT_CONTACTS = 300_000;
const KEPT_OF_OLD = 20;

/** The list of contacts in a frame; undefined for any other frame. */
function contactsIn(frame: unknown): unknown[] | undefined {
  if (!isRecord(frame) || frame['type'] !== 'contacts' || !isRecord(frame['data'])) return undefined;
  const { contacts } = frame['data'];
  return Array.isArray(contacts) ? contacts : undefined;
}

/** A frame log for hosts that push hundreds of thousands of contacts again and again. */
export function createContactsLog(onAdd: () => void): FrameLog {
  const log = createFrameLog(5000, onAdd);
  let pushes: unknown[][] = [];
  let kept = 0;
  return {
    add(frame) {
      log.add(frame);
      const contacts = contactsIn(frame.data);
      if (!contacts) return;
      pushes.push(contacts);
      kept += contacts.length;
      while (kept > KEPT_CONTACTS && pushes.length > 1) {
        const oldest = pushes.shift();
        if (!oldest) return;
        kept -= oldest.length;
        if (oldest.length <= KEPT_OF_OLD) continue;
        const omitted = oldest.length - KEPT_OF_OLD;
        oldest.splice(KEPT_OF_OLD, omitted, { omitted });
      }
    },
    list: () => log.list(),
    clear() {
      log.clear();
      pushes = [];
      kept = 0;
    },
  };
}
