import * as v from 'valibot';
import type { DesktopView } from './desktop-view.js';

/** What the server tells a desktop's page. */
export type ToPage =
  | { readonly kind: 'view'; readonly view: DesktopView }
  /** Ask the web service, within so many milliseconds. */
  | {
      readonly kind: 'ask';
      readonly ask: string;
      readonly url: string;
      readonly body: string;
      readonly withinMs: number;
    }
  /** Call the login URL. */
  | { readonly kind: 'login'; readonly login: string; readonly url: string }
  /** Open this pane's window. */
  | { readonly kind: 'popup'; readonly pane: string }
  /** Post to the pages in these panes. */
  | { readonly kind: 'post'; readonly panes: readonly string[]; readonly data: unknown }
  /** Something the person should know. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'reload' };

const text = v.pipe(v.string(), v.maxLength(10_000));

/** What a person does in the desktop. */
export const personIntent = v.variant('do', [
  v.strictObject({ do: v.literal('dial'), number: text }),
  v.strictObject({
    do: v.picklist(['answer', 'reject', 'hang-up', 'hold', 'resume', 'mute', 'unmute']),
    call: text,
  }),
  v.strictObject({ do: v.literal('dtmf'), call: text, key: v.pipe(v.string(), v.regex(/^[0-9*#]$/)) }),
  v.strictObject({ do: v.literal('close-pane'), pane: text }),
  v.strictObject({ do: v.picklist(['log-in', 'log-out', 'pause', 'ready']) }),
]);

export type PersonIntent = v.InferOutput<typeof personIntent>;

/** What a desktop's page tells the server. */
export const fromPage = v.variant('kind', [
  /** A window posted something; `pane` is whose window it is, if any pane's. */
  v.strictObject({ kind: v.literal('frame'), origin: text, data: v.unknown(), pane: v.optional(text) }),
  v.strictObject({
    kind: v.literal('answered'),
    ask: text,
    status: v.pipe(v.number(), v.integer()),
    contentType: text,
    text: v.string(),
  }),
  v.strictObject({ kind: v.literal('failed'), ask: text, reason: v.picklist(['timeout', 'network']) }),
  v.strictObject({ kind: v.literal('login-told'), login: text, arrived: v.boolean() }),
  v.strictObject({
    kind: v.literal('popup'),
    pane: text,
    state: v.picklist(['opened', 'blocked', 'closed']),
  }),
  /** The person looks at this page. */
  v.strictObject({ kind: v.literal('focus') }),
  v.strictObject({ kind: v.literal('intent'), intent: personIntent }),
]);

export type FromPage = v.InferOutput<typeof fromPage>;
