import type { MediaEndWhy, MediaKind, MediaStep, MediaWants } from '@offhook/livechat';
import { isObject } from '../http/isObject.js';
import { anything, count, id, oneOf, upTo, type Check, type Shape, type ShapeOf } from './frameShape.js';

/** What a session of media is called: short, as it is said often. */
const media = upTo(64, 1);

const kinds = ['av', 'cobr'] as const satisfies readonly MediaKind[];
const wants = [
  'audio',
  'video',
  'dom',
  'screen',
  'pointer',
  'annotate',
] as const satisfies readonly (keyof MediaWants)[];
const whys = [
  'hung-up',
  'declined',
  'unanswered',
  'no-permission',
  'no-device',
  'lost',
  'failed',
  'left',
] as const satisfies readonly MediaEndWhy[];

/** What each step says beside itself. */
const steps: Readonly<Record<MediaStep['step'], Readonly<Record<string, Check>>>> = {
  ask: { kind: oneOf(...kinds), wants: isObject },
  take: {},
  join: {},
  end: { why: oneOf(...whys) },
};

const isStep = (value: unknown): value is MediaStep['step'] =>
  typeof value === 'string' && Object.hasOwn(steps, value);

/** What is known, and is yes or no. */
function knownWants(value: unknown): MediaWants {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    wants.flatMap((name) => (typeof value[name] === 'boolean' ? [[name, value[name]]] : [])),
  );
}

/** A step of a media session: what it has to say depends on which it is. */
export const mediaStep =
  ({ needs, may }: Shape): ShapeOf =>
  ({ step }) => ({
    needs: { ...needs, id, media, step: isStep, ...(isStep(step) ? steps[step] : {}) },
    ...(may === undefined ? {} : { may }),
    ...(step === 'ask' ? { keep: { wants: knownWants } } : {}),
  });

/** How long `data` may be is the hub's to say; what it is, is for who gets it. */
export const signal: Shape = {
  needs: { media, data: anything },
  may: { n: count, sid: id, to: id },
};

export const ice: Shape = { needs: { n: count } };
