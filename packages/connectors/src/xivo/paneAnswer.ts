import { OffhookError, type PaneMoment, type PanePlan } from '@offhook/core';
import { defined, fields, text } from '../read.js';

const moments: Readonly<Record<string, PaneMoment>> = {
  EventRinging: 'ringing',
  EventEstablished: 'active',
  EventReleased: 'ended',
};

function wrong(field: string, expected: string): never {
  throw new OffhookError('vendor-error', `The pane service's answer is wrong: ${field} must be ${expected}.`);
}

/** A field that need not be there: what is `null` isn't. */
function optional<T>(
  value: unknown,
  field: string,
  expected: string,
  is: (value: unknown) => value is T,
): T | undefined {
  if (value === undefined || value === null) return undefined;
  return is(value) ? value : wrong(field, expected);
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 10_000;
const isArguments = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length < 1_000 && value.every(isText);
const isEvent = (value: unknown): value is string => isText(value) && Object.hasOwn(moments, value);

/**
 * What the service's answer plans; nothing for `none`. Pure.
 *
 * @param isTrusted whether the page at this address may keep an opener
 * @throws OffhookError `vendor-error`, naming the field that is wrong
 */
export function paneAnswer(data: unknown, isTrusted: (url: string) => boolean): PanePlan | undefined {
  const answer = fields(data);
  const { action } = answer;
  if (action === 'none') return undefined;
  if (action !== 'open' && action !== 'popup' && action !== 'run')
    return wrong('action', '“open”, “popup”, “run” or “none”');
  const url = text(answer['url']) ?? wrong('url', 'an address');
  const event = optional(answer['event'], 'event', Object.keys(moments).join(' or '), isEvent);
  const autopause = optional(answer['autopause'], 'autopause', 'true or false', isBoolean);
  const reason = optional(answer['autopauseReason'], 'autopauseReason', 'text', isText);
  const multitab = optional(answer['multitab'], 'multitab', 'true or false', isBoolean);
  const title = optional(answer['title'], 'title', 'text', isText);
  const args = optional(answer['executableArgs'], 'executableArgs', 'a list of text', isArguments);
  return defined<PanePlan>({
    action,
    // Not stated: without one it is the event at which the service is asked.
    on: event === undefined ? 'ringing' : moments[event],
    url,
    title: title || undefined,
    autoPause: autopause ? (reason ? { reason } : true) : undefined,
    newTabEachTime: action === 'popup' && multitab ? true : undefined,
    args: action === 'run' ? args : undefined,
    trusted: action === 'popup' && isTrusted(url) ? true : undefined,
  });
}
