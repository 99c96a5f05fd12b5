import * as v from 'valibot';
import type { WidgetView } from './widget-view.js';

/** What the server tells a widget's page. */
export type ToPage =
  /** The only host origins to talk with; any when empty. */
  | { readonly kind: 'hosts'; readonly strict: readonly string[] }
  | { readonly kind: 'post'; readonly data: unknown }
  | { readonly kind: 'started' }
  | { readonly kind: 'view'; readonly view: WidgetView }
  | { readonly kind: 'throw'; readonly message: string }
  | { readonly kind: 'warn'; readonly message: string }
  | { readonly kind: 'reload' };

const text = v.pipe(v.string(), v.maxLength(10_000));

/** What a person does in the widget. */
export const personIntent = v.variant('do', [
  v.strictObject({ do: v.literal('dial'), number: text }),
  v.strictObject({
    do: v.picklist([
      'answer',
      'reject',
      'to-voicemail',
      'hang-up',
      'hold',
      'resume',
      'mute',
      'unmute',
      'record',
      'stop-recording',
    ]),
    call: text,
  }),
  v.strictObject({ do: v.picklist(['forward', 'transfer']), call: text, number: text }),
  v.strictObject({ do: v.literal('dtmf'), call: text, key: v.pipe(v.string(), v.regex(/^[0-9*#]$/)) }),
  v.strictObject({ do: v.literal('navigate'), path: text }),
  v.strictObject({ do: v.literal('search'), text }),
  v.strictObject({ do: v.literal('send-sms'), to: text, text }),
  v.strictObject({ do: v.literal('read-conversation'), conversation: text }),
  v.strictObject({ do: v.literal('log-call'), sessionId: text, note: v.optional(text) }),
  v.strictObject({ do: v.literal('log-conversation'), conversation: text }),
  v.strictObject({ do: v.literal('open-contact'), contact: text }),
  v.strictObject({ do: v.literal('open-activity'), activity: text }),
  v.strictObject({ do: v.literal('view-match'), number: text }),
  v.strictObject({ do: v.picklist(['refresh-contacts', 'feedback']) }),
  v.strictObject({ do: v.literal('presence'), userStatus: text, dndStatus: text }),
  v.strictObject({
    do: v.literal('auto-log'),
    call: v.optional(v.boolean()),
    message: v.optional(v.boolean()),
  }),
  v.strictObject({ do: v.literal('authorize') }),
  v.strictObject({
    do: v.literal('setting'),
    id: text,
    value: v.union([v.boolean(), v.number(), text, v.array(v.union([text, v.number()]))]),
  }),
  v.strictObject({ do: v.literal('setting-button'), id: text }),
  v.strictObject({ do: v.literal('button'), id: text, resource: v.optional(text) }),
  v.strictObject({ do: v.literal('invite-conference') }),
  v.strictObject({ do: v.literal('invite-meeting'), topic: text }),
  v.strictObject({ do: v.literal('sign-in') }),
  v.strictObject({ do: v.literal('sign-out') }),
  v.strictObject({ do: v.literal('dismiss-alert'), id: text }),
]);

export type PersonIntent = v.InferOutput<typeof personIntent>;

/** What a widget's page tells the server. */
export const fromPage = v.variant('kind', [
  v.strictObject({ kind: v.literal('frame'), origin: text, data: v.unknown() }),
  v.strictObject({ kind: v.literal('focus') }),
  v.strictObject({ kind: v.literal('intent'), intent: personIntent }),
]);

export type FromPage = v.InferOutput<typeof fromPage>;
