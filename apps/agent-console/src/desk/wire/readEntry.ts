import type { Entry, EntryBody } from '@offhook/livechat';
import { readMediaEntry } from './readMedia.js';
import { author, readAgentRef, readFileRef } from './readRefs.js';
import { isCount, isFields, isOneOf, isText, maybe, type Fields } from './shape.js';

/** An entry, or one of a kind that this page doesn't know: it has its place, and nothing to show. */
export type DeskEntry =
  Entry | { readonly type: 'unknown'; readonly seq: number; readonly id: string; readonly time: string };

const sides = ['c', 'a'] as const;

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  isFields(value)
    ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => isText(entry[1])))
    : {};

const readers: { readonly [T in EntryBody['type']]: (fields: Fields) => EntryBody | undefined } = {
  start: ({ clientId, details, bot }) => ({
    type: 'start',
    ...maybe('clientId', clientId, isText),
    details: textsOf(details),
    ...maybe('bot', bot, isText),
  }),
  msg(fields) {
    const { by, msg } = fields;
    return isOneOf(sides, by) && isText(msg) ? { type: 'msg', by, msg, ...author(fields) } : undefined;
  },
  app(fields) {
    const { by, kind, data } = fields;
    return isOneOf(sides, by)
      ? { type: 'app', by, ...maybe('kind', kind, isText), data, ...author(fields) }
      : undefined;
  },
  connect({ agent: who, how }) {
    const agent = readAgentRef(who);
    return agent && isOneOf(['accept', 'invite', 'transfer'], how)
      ? { type: 'connect', agent, how }
      : undefined;
  },
  disconnect({ agent: who, how, text }) {
    const agent = readAgentRef(who);
    return agent && isOneOf(['leave', 'transfer', 'logout', 'lost', 'end'], how)
      ? { type: 'disconnect', agent, how, ...maybe('text', text, isText) }
      : undefined;
  },
  file(fields) {
    const { by, page } = fields;
    const file = readFileRef(fields['file']);
    return file && isOneOf(sides, by)
      ? { type: 'file', by, file, ...author(fields), ...maybe('page', page, isText) }
      : undefined;
  },
  callback: ({ by, ok, number }) =>
    isOneOf(['c', 'a', 's'], by) && typeof ok === 'boolean'
      ? { type: 'callback', by, ok, ...maybe('number', number, isText) }
      : undefined,
  media: readMediaEntry,
  notice: ({ code }) =>
    isOneOf(
      [
        'ErrorInGetAgentDetails',
        'ErrorAgentDetails',
        'NoStaffedAgents',
        'QueueIsTooBig',
        'TimedOutInQueue',
        'InternalServerError',
      ],
      code,
    )
      ? { type: 'notice', code }
      : undefined,
  end: ({ by, reason, why }) =>
    isOneOf(['client', 'agent', 'server'], by)
      ? {
          type: 'end',
          by,
          ...maybe('reason', reason, isText),
          ...maybe('why', why, (each) => isOneOf(['closed', 'vanished', 'notice', 'cap'], each)),
        }
      : undefined,
};

const isKnown = (type: unknown): type is EntryBody['type'] => isText(type) && Object.hasOwn(readers, type);

/** Reads one entry of a chat's log; `undefined` for what has no place in one. */
export function readEntry(value: unknown): DeskEntry | undefined {
  if (!isFields(value)) return undefined;
  const { seq, id, time, type } = value;
  if (!isCount(seq) || seq === 0 || !isText(id) || !isText(time) || Number.isNaN(Date.parse(time)))
    return undefined;
  const body = isKnown(type) ? readers[type](value) : undefined;
  return { ...(body ?? { type: 'unknown' }), seq, id, time };
}
