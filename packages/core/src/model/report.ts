import type { Agent } from './agent.js';
import type { Call, CallState, Direction, Durations } from './call.js';
import type { ChatMessageReport, ChatMoment, ChatReport, ChatStreamsReport } from './chatReport.js';
import type { CommandType } from './command.js';
import type { Connection } from './connection.js';
import type { Device, DeviceKind } from './device.js';
import type { EventBody, RejectionReason } from './event.js';
import type { Party } from './party.js';
import type { Thread, ThreadMessage } from './thread.js';
import type { Widget } from './widget.js';

/** The facts of a call that a connector may report; what is left out stays as it was. */
type CallFacts = Partial<
  Pick<
    Call,
    | 'legs'
    | 'muted'
    | 'onHoldBy'
    | 'recording'
    | 'reconnecting'
    | 'ending'
    | 'participants'
    | 'queue'
    | 'team'
    | 'startedAt'
    | 'answeredAt'
    | 'endedAt'
    | 'endReason'
    | 'endReasonFrom'
    | 'sipCallId'
    | 'linkedId'
    | 'recordings'
    | 'mergedBy'
  >
>;

/**
 * What a connector says it saw of one call. The client turns it into events: it finds the call by any of its
 * ids (or adds it, when a state is given), checks the step against the model, and tells what changed. Saying
 * the same thing twice changes nothing.
 */
export interface CallReport extends CallFacts {
  readonly type: 'call';
  /** The vendor's ids of this call, the most lasting first. At least one. */
  readonly ids: readonly string[];
  /** Left out: facts about a call that is known, or nothing. */
  readonly state?: CallState;
  readonly direction?: Direction;
  /** Merged into what is known, field by field. */
  readonly remote?: Party;
  readonly local?: Party;
  /** The vendor's own figures, in milliseconds; they win over the host's. */
  readonly durations?: Partial<Pick<Durations, 'waitMs' | 'talkMs' | 'totalMs'>>;
  /** Merged into what is known, key by key. */
  readonly userData?: Readonly<Record<string, string>>;
  /**
   * These ids are a call of their own, whatever call they were taken for: they leave it, with their legs, and this
   * report begins theirs. The id by which a call goes can't leave it.
   */
  readonly apart?: boolean;
}

/** One message of a thread: the client finds or makes the thread, and keeps its messages ordered and single. */
export interface MessageReport {
  readonly type: 'message';
  readonly threadId: string;
  readonly kind: Thread['kind'];
  readonly parties: readonly Party[];
  readonly message: ThreadMessage;
}

/** What a connector says it saw. All reports of one frame make one commit. */
export type Report =
  | CallReport
  | MessageReport
  | ChatReport
  | ChatMessageReport
  | ChatMoment
  | ChatStreamsReport
  | ({ readonly type: 'connection' } & Partial<Omit<Connection, 'connector' | 'name'>>)
  | ({ readonly type: 'agent' } & Partial<Omit<Agent, 'connector'>>)
  | ({ readonly type: 'widget' } & Partial<Omit<Widget, 'connector'>>)
  /** Merged into what is known, field by field. */
  | ({ readonly type: 'devices' } & Partial<Readonly<Record<DeviceKind, Partial<Device>>>>)
  /** Commands that the vendor can't do for now, each with a reason; replaces the ones reported before. */
  | { readonly type: 'capabilities'; readonly blocked: Readonly<Partial<Record<CommandType, string>>> }
  /** This page is itself in a pane, which was opened for the call with this id of the vendor's. */
  | { readonly type: 'pane'; readonly vendorId: string; readonly title?: string }
  | Extract<
      EventBody,
      {
        type:
          | 'error'
          | 'device.requested'
          | `request.${string}`
          | 'chat.captcha.reset'
          | 'campaign.contact.created';
      }
    >
  | { readonly type: 'protocol.unknown'; readonly name: string }
  | { readonly type: 'protocol.rejected'; readonly reason: RejectionReason; readonly count: number };

/** What a report says, without what it is. */
export function factsOf<R extends Report>({ type: _type, ...facts }: R): Omit<R, 'type'> {
  return facts;
}
