import * as v from 'valibot';
import { faultEntries } from '../faults.js';
import { sessionEntry } from '../parse-request.js';

const number = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

export const placeCallRequest = v.strictObject({
  session: sessionEntry,
  direction: v.picklist(['inbound', 'outbound']),
  from: v.optional(number),
  to: v.optional(number),
  name: v.optional(name),
  queue: v.optional(name),
});

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

export const askRequest = v.strictObject({
  session: sessionEntry,
  path: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  body: v.optional(v.unknown()),
  timeoutMs: v.optional(v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(600_000))),
  tab: v.optional(v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.string()])),
});

export const messageControlRequest = v.strictObject({
  session: sessionEntry,
  type: v.picklist(['SMS', 'VoiceMail', 'Fax', 'Pager']),
  from: number,
  text: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
});
