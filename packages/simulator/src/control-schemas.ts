import * as v from 'valibot';
import { faultEntries } from './faults.js';
import { sessionEntry } from './parse-request.js';

/** A phone number as a request may give it. */
export const numberEntry = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** The fields of `POST /control/{vendor}/calls` that every vendor knows. */
export const placeCallEntries = {
  session: sessionEntry,
  direction: v.picklist(['inbound', 'outbound']),
  from: v.optional(numberEntry),
  to: v.optional(numberEntry),
  name: v.optional(name),
  queue: v.optional(name),
};

export const placeCallRequest = v.strictObject(placeCallEntries);

export const actOnCallRequest = v.strictObject({
  session: sessionEntry,
  by: v.optional(v.picklist(['remote', 'agent']), 'remote'),
  action: v.picklist(['answer', 'reject', 'cancel', 'hangup', 'hold', 'resume', 'busy', 'fail']),
});

export const stateRequest = v.strictObject({
  session: sessionEntry,
  sip: v.optional(v.picklist(['registered', 'lost'])),
  signedIn: v.optional(v.boolean()),
  reload: v.optional(v.literal(true)),
});

export const emitRequest = v.strictObject({ session: sessionEntry, frame: v.unknown() });
export const faultsRequest = v.strictObject({ session: sessionEntry, ...faultEntries });
export const sessionRequest = v.strictObject({ session: sessionEntry });
