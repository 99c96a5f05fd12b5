import * as v from 'valibot';
import { numberEntry } from '../control-schemas.js';
import { sessionEntry } from '../parse-request.js';

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
  from: numberEntry,
  text: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
});
