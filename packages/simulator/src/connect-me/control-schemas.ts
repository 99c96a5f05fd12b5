import * as v from 'valibot';
import { placeCallEntries } from '../control-schemas.js';

const { queue: _none, ...entries } = placeCallEntries;

const vendorId = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))]),
  v.integer(),
  v.minValue(0),
  v.maxValue(Number.MAX_SAFE_INTEGER),
);

/** Connect Me knows no queues, but two phones and small ids that come again. */
export const placeCallRequest = v.strictObject({
  ...entries,
  legs: v.optional(v.picklist([1, 2]), 1),
  vendorId: v.optional(vendorId),
});
