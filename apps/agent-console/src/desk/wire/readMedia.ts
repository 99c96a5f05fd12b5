import type { IceServer, MediaEntryBody, MediaStep, MediaWants } from '@offhook/livechat';
import { author } from './readRefs.js';
import { isFields, isOneOf, isText, maybe, type Fields } from './shape.js';

const isYesOrNo = (value: unknown): value is boolean => typeof value === 'boolean';

const isUrls = (value: unknown): value is string | readonly string[] =>
  isText(value) || (Array.isArray(value) && value.every(isText));

const endings = [
  'hung-up',
  'declined',
  'unanswered',
  'no-permission',
  'no-device',
  'lost',
  'failed',
  'left',
] as const;

function readWants(value: unknown): MediaWants {
  if (!isFields(value)) return {};
  const { audio, video, dom, screen, pointer, annotate } = value;
  return {
    ...maybe('audio', audio, isYesOrNo),
    ...maybe('video', video, isYesOrNo),
    ...maybe('dom', dom, isYesOrNo),
    ...maybe('screen', screen, isYesOrNo),
    ...maybe('pointer', pointer, isYesOrNo),
    ...maybe('annotate', annotate, isYesOrNo),
  };
}

function readStep({ step, kind, wants, why }: Fields): MediaStep | undefined {
  switch (step) {
    case 'ask':
      return isOneOf(['av', 'cobr'], kind) ? { step, kind, wants: readWants(wants) } : undefined;
    case 'take':
    case 'join':
      return { step };
    case 'end':
      // A reason of tomorrow is an end all the same.
      return { step, why: isOneOf(endings, why) ? why : 'failed' };
    default:
      return undefined;
  }
}

/** Reads a step of a call, or of what the customer shows. */
export function readMediaEntry(fields: Fields): MediaEntryBody | undefined {
  const { media, by, seat } = fields;
  const step = readStep(fields);
  return step !== undefined && isText(media) && isText(seat) && isOneOf(['c', 'a'], by)
    ? { type: 'media', media, by, seat, ...author(fields), ...step }
    : undefined;
}

/** Reads where the two sides may find a way to each other. */
export function readIceServer(value: unknown): IceServer | undefined {
  if (!isFields(value)) return undefined;
  const { urls, username, credential } = value;
  return isUrls(urls)
    ? { urls, ...maybe('username', username, isText), ...maybe('credential', credential, isText) }
    : undefined;
}
