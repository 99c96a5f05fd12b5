import type { MediaEndWhy, MediaStep, MediaWants } from '../wire/media.js';
import { bool, object, oneOf, text } from './read.js';

const whys: readonly MediaEndWhy[] = [
  'hung-up',
  'declined',
  'unanswered',
  'no-permission',
  'no-device',
  'lost',
  'failed',
  'left',
];
const wanted = ['audio', 'video', 'dom', 'screen', 'pointer', 'annotate'] as const;

function readWants(value: unknown): MediaWants | undefined {
  const wants = object(value);
  if (wants === undefined) return undefined;
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const wish = bool(wants[name]);
      return wish === undefined ? [] : [[name, wish]];
    }),
  );
}

function readStep(entry: Readonly<Record<string, unknown>>): MediaStep | undefined {
  switch (entry.step) {
    case 'ask': {
      const kind = oneOf(entry.kind, ['av', 'cobr'] as const);
      const wants = readWants(entry.wants);
      return kind === undefined || wants === undefined ? undefined : { step: 'ask', kind, wants };
    }
    case 'take':
    case 'join':
      return { step: entry.step };
    case 'end':
      // An end that is not understood is one all the same: no camera is to stay on for it.
      return { step: 'end', why: oneOf(entry.why, whys) ?? 'hung-up' };
    default:
      return undefined;
  }
}

/** Reads what a `media` entry says; undefined when it is none. */
export function readMedia(entry: Readonly<Record<string, unknown>>): object | undefined {
  const media = text(entry.media);
  const seat = text(entry.seat);
  const by = oneOf(entry.by, ['c', 'a'] as const);
  const step = readStep(entry);
  if (media === undefined || seat === undefined || by === undefined || step === undefined) return undefined;
  return { media, seat, by, ...step };
}
