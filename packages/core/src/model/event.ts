import type { Call, CallState } from './call.js';
import type { Agent } from './agent.js';
import type { Authorization } from './authorization.js';
import type { ChatEventBody, ChatViolation } from './chatEvent.js';
import type { MediaViolation } from './mediaEvent.js';
import type { HandlerName } from './handlerName.js';
import type { Setting } from './setting.js';
import type { Connection } from './connection.js';
import type { DeviceKind, Devices } from './device.js';
import type { OffhookError } from './error.js';
import type { Pane } from './pane.js';
import type { Thread, ThreadMessage } from './thread.js';
import type { Widget } from './widget.js';

type CallEventType =
  | 'call.added'
  | 'call.ringing'
  | 'call.dialing'
  | 'call.active'
  | 'call.held'
  | 'call.resumed'
  | 'call.muted'
  | 'call.unmuted'
  | 'call.updated'
  | 'call.ended'
  /** Something became of the log entry of a call. */
  | 'log.changed';

type PaneEventType = `pane.${'waiting' | 'opened' | 'completed' | 'closed' | 'blocked' | 'refused'}`;

type RequestEventType = 'request.received' | 'request.answered' | 'request.late' | 'request.failed';

/** Why an inbound frame was dropped. */
export type RejectionReason = 'origin' | 'source' | 'size' | 'rate' | 'malformed';

/** Something that happened, before the client has stamped it. */
export type EventBody =
  | ChatEventBody
  | { readonly type: CallEventType; readonly call: Call }
  /** Two calls proved to be one: `call` goes on, `from` is the id that now finds it too. */
  | { readonly type: 'call.merged'; readonly call: Call; readonly from: string }
  | {
      readonly type: 'inbox.message.received' | 'inbox.message.updated';
      readonly thread: Thread;
      readonly message: ThreadMessage;
    }
  | { readonly type: 'connection.changed'; readonly connection: Connection }
  | { readonly type: 'agent.changed'; readonly agent: Agent }
  | { readonly type: 'widget.changed'; readonly widget: Widget }
  | { readonly type: 'capabilities.changed' }
  | { readonly type: 'device.changed'; readonly devices: Devices }
  /** The vendor asks the host to ring, to switch to the loudspeaker or to share a text. */
  | {
      readonly type: 'device.requested';
      readonly device: DeviceKind;
      readonly on?: boolean;
      readonly text?: string;
      readonly url?: string;
    }
  /** A fault that no command reports: the vendor's, a port's, or that of a handler of the host's. */
  | { readonly type: 'error'; readonly error: OffhookError; readonly handler?: HandlerName }
  /** The host's own data or the agent's standing with it changed. */
  | { readonly type: 'contacts.changed' }
  | { readonly type: 'authorization.changed'; readonly authorization: Authorization }
  | { readonly type: 'settings.changed'; readonly settings: readonly Setting[] }
  /** Something became of the log entry of a thread. */
  | { readonly type: 'inbox.log.changed'; readonly thread: Thread }
  /** A vendor asks one of the host's handlers; `ms` from the question on. `late`: it got what there was by then. */
  | { readonly type: RequestEventType; readonly handler: HandlerName; readonly ms: number }
  /** What became of a page that is shown for a call; told last with the pane as it left. */
  | { readonly type: PaneEventType; readonly pane: Pane }
  /** A frame of the vendor that Offhook doesn't know; only its name is told. */
  | { readonly type: 'protocol.unknown'; readonly name: string }
  /** The vendor reported a step that the model forbids; the state stays as it was. */
  | {
      readonly type: 'protocol.violation';
      readonly callId: string;
      readonly chatId?: undefined;
      readonly from: CallState;
      readonly to: CallState;
    }
  | ChatViolation
  | MediaViolation
  /** Frames that were dropped: how many since the last event of this reason. */
  | { readonly type: 'protocol.rejected'; readonly reason: RejectionReason; readonly count: number };

/** What the client adds: one sequence number a commit, wall-clock milliseconds, and whose it is. */
export interface EventStamp {
  readonly seq: number;
  readonly at: number;
  readonly connector: string;
}

/** Something that happened. One closed union, told on `events$`. */
export type OffhookEvent = EventBody & EventStamp;

/** The name of an event, such as `call.ended`. */
export type EventType = OffhookEvent['type'];

type BodyOf<B, T> = B extends { readonly type: string }
  ? T extends B['type']
    ? B & { readonly type: T }
    : never
  : never;

/** The event of one type. */
export type EventOf<T extends EventType> = BodyOf<EventBody, T> & EventStamp;

/** Whether this is an event of that type. */
export const isEvent = <T extends EventType>(
  event: OffhookEvent,
  type: T,
): event is OffhookEvent & EventOf<T> => event.type === type;

/** Whose call, chat or thread an event speaks of. */
export function ownerOf(body: EventBody): string | undefined {
  if ('call' in body) return body.call.connector;
  if ('chat' in body) return body.chat.connector;
  return 'thread' in body ? body.thread.connector : undefined;
}
