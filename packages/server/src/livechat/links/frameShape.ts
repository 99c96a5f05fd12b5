import { isObject } from '../http/isObject.js';
import type { ReadResult } from './readResult.js';

/** Says whether a field's value is right. */
export type Check = (value: unknown) => boolean;

/** The fields of a kind of frame: `needs` have to be there, `may` needn't. */
export interface Shape {
  readonly needs: Readonly<Record<string, Check>>;
  readonly may?: Readonly<Record<string, Check>>;
  /** What is kept of a field's value, where that isn't all of it. */
  readonly keep?: Readonly<Record<string, (value: unknown) => unknown>>;
}

/** The fields of a kind of frame, where they depend on one of them. */
export type ShapeOf = (frame: Readonly<Record<string, unknown>>) => Shape;

/** A text of so many characters at most. */
export const upTo =
  (longest: number, shortest = 0): Check =>
  (value) =>
    typeof value === 'string' && value.length >= shortest && value.length <= longest;
/** An id that we made, or somebody's own. */
export const id: Check = upTo(128, 1);
/** A number that tells requests apart. */
export const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** Whatever JSON there is. */
export const anything: Check = (value) => value !== undefined;
/** One of these. */
export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
/** The last number that a page has of each of its chats. */
export const since: Check = (value) =>
  isObject(value) &&
  Object.keys(value).length <= 64 &&
  Object.entries(value).every(([sid, seq]) => id(sid) && count(seq));

/** What belongs to a request's own answer: a frame that can't be read at all has none. */
const numberOf = (value: unknown): { n?: number } =>
  isObject(value) && count(value['n']) ? { n: Number(value['n']) } : {};

/**
 * A reader of frames: of a text it makes an object with the fields of its kind and no others.
 *
 * @param shapes by `t`
 */
export function frameReader<Request>(
  shapes: Readonly<Record<string, Shape | ShapeOf>>,
): (text: string) => ReadResult<Request> {
  return (text) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return { problem: 'It is no JSON.' };
    }
    if (!isObject(value)) return { problem: 'It is no object.' };
    const { t } = value;
    const found = typeof t === 'string' && Object.hasOwn(shapes, t) ? shapes[t] : undefined;
    const shape = typeof found === 'function' ? found(value) : found;
    if (shape === undefined) return { problem: 't: there is no such kind of frame.', ...numberOf(value) };
    const request: Record<string, unknown> = { t };
    for (const [name, check] of Object.entries(shape.needs)) {
      if (!check(value[name])) return { problem: `${name}: it is missing, or wrong.`, ...numberOf(value) };
      request[name] = value[name];
    }
    for (const [name, check] of Object.entries(shape.may ?? {})) {
      const field = value[name];
      if (field === undefined) continue;
      if (!check(field)) return { problem: `${name}: it is wrong.`, ...numberOf(value) };
      request[name] = field;
    }
    for (const [name, kept] of Object.entries(shape.keep ?? {})) request[name] = kept(request[name]);
    return { request: request as Request };
  };
}
