import * as v from 'valibot';
import type { WidgetView } from './widget-view.js';

/** What the server tells a softphone's page. */
export type ToPage =
  /** The only host origins to talk with; any when empty. */
  | { readonly kind: 'hosts'; readonly strict: readonly string[] }
  | { readonly kind: 'post'; readonly data: unknown }
  | { readonly kind: 'view'; readonly view: WidgetView }
  /** What becomes of pushed contacts that the page holds back. */
  | { readonly kind: 'contacts'; readonly held: number; readonly take: boolean }
  /** Something the person should know. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'reload' };

const text = v.pipe(v.string(), v.maxLength(10_000));

/** What a person does in the softphone. */
export const personIntent = v.variant('do', [
  v.strictObject({ do: v.literal('dial'), number: text }),
  v.strictObject({
    do: v.picklist(['answer', 'reject', 'hang-up', 'hold', 'resume', 'mute', 'unmute']),
    call: text,
  }),
  v.strictObject({ do: v.literal('dtmf'), call: text, key: v.pipe(v.string(), v.regex(/^[0-9*#]$/)) }),
  v.strictObject({ do: v.picklist(['sign-in', 'sign-out']) }),
]);

export type PersonIntent = v.InferOutput<typeof personIntent>;

/** What a softphone's page tells the server. */
export const fromPage = v.variant('kind', [
  v.strictObject({
    kind: v.literal('frame'),
    origin: text,
    data: v.unknown(),
    /** The page holds this frame's contacts until it is told what becomes of them. */
    held: v.optional(v.pipe(v.number(), v.integer())),
  }),
  v.strictObject({ kind: v.literal('intent'), intent: personIntent }),
]);

export type FromPage = v.InferOutput<typeof fromPage>;
