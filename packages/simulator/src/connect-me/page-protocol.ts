import * as v from 'valibot';
import type { WidgetView } from './widget-view.js';

/** What the server tells a widget's page. */
export type ToPage =
  /** The only host origins to talk with; any when empty. */
  | { readonly kind: 'hosts'; readonly strict: readonly string[] }
  | { readonly kind: 'post'; readonly data: unknown }
  /** The host has answered which capabilities it has. */
  | { readonly kind: 'capabilities' }
  | { readonly kind: 'view'; readonly view: WidgetView }
  | { readonly kind: 'reload' };

const text = v.pipe(v.string(), v.maxLength(10_000));

/** What a person does in the widget. */
export const personIntent = v.variant('do', [
  v.strictObject({ do: v.literal('sign-in'), user: text, password: text }),
  v.strictObject({ do: v.literal('sign-out') }),
  v.strictObject({ do: v.literal('dial'), number: text }),
  v.strictObject({
    do: v.picklist(['answer', 'pick-up', 'reject', 'hang-up', 'hold', 'resume', 'mute', 'unmute']),
    call: text,
  }),
  v.strictObject({ do: v.literal('dtmf'), call: text, key: v.pipe(v.string(), v.regex(/^[0-9*#]$/)) }),
  v.strictObject({ do: v.literal('speaker'), on: v.boolean() }),
  v.strictObject({ do: v.literal('go'), page: v.picklist(['phone', 'recent', 'conversations', 'settings']) }),
  v.strictObject({ do: v.literal('open-conversation'), uri: text }),
  v.strictObject({ do: v.literal('say'), uri: text, text }),
  v.strictObject({ do: v.literal('share'), uri: text, message: text }),
]);

export type PersonIntent = v.InferOutput<typeof personIntent>;

/** What a widget's page tells the server. */
export const fromPage = v.variant('kind', [
  v.strictObject({ kind: v.literal('frame'), origin: text, data: v.unknown() }),
  v.strictObject({ kind: v.literal('intent'), intent: personIntent }),
]);

export type FromPage = v.InferOutput<typeof fromPage>;
