import * as v from 'valibot';
import { sessionEntry } from '../parse-request.js';
import { answerEntries } from './answer.js';

const isWeb = (text: string): boolean =>
  text === '' || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));

/** An http(s) URL, or the empty text for none. */
export const serviceUrl = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(10_000),
  v.check(isWeb, 'An http or https URL is needed, or "" for none.'),
);

export const configRequest = v.strictObject({
  session: sessionEntry,
  thirdPartyUrl: v.exactOptional(serviceUrl),
  loginUrl: v.exactOptional(serviceUrl),
  /** `null` gives the demo service its own answers back. */
  answer: v.exactOptional(v.nullable(v.strictObject(answerEntries))),
  restorePause: v.exactOptional(v.boolean()),
});
