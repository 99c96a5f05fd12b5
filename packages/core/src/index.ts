export type { Agent, Presence } from './model/agent.js';
export type { Call, CallState, Direction, Durations, EndReason, Leg, Recording } from './model/call.js';
export { isAnswered, isIncoming, isLive } from './model/call.js';
export type { Capabilities, Capability } from './model/capability.js';
export type {
  CallAction,
  CallCommand,
  Command,
  CommandOf,
  CommandResult,
  CommandType,
} from './model/command.js';
export type { Connection, ConnectionStatus } from './model/connection.js';
export type { Contact, ContactMatch } from './model/contact.js';
export type { ErrorCode } from './model/error.js';
export { isOffhookError, OffhookError } from './model/error.js';
export type {
  EventBody,
  EventOf,
  EventStamp,
  EventType,
  OffhookEvent,
  RejectionReason,
} from './model/event.js';
export type { LogState } from './model/log.js';
export type { Party } from './model/party.js';
export { numberDigits, sameNumber } from './model/phoneNumber.js';
export type { Attachment, Thread, ThreadKind, ThreadMessage } from './model/thread.js';
export type { Widget } from './model/widget.js';

export type { Clock } from './ports/clock.js';
export { systemClock } from './ports/clock.js';
export type { ContactsPort } from './ports/contacts.js';
export { memoryContacts } from './ports/contacts.js';
export type { Ids } from './ports/ids.js';
export { systemIds } from './ports/ids.js';

export type { Collection } from './stream/collection.js';
export type { Current } from './stream/current.js';
export { combine, select } from './stream/select.js';
export type { Settable } from './stream/state.js';
export { createCurrent } from './stream/state.js';

export type { Connector, ConnectorContext, ConnectorLink } from './connector.js';
export type { CallReport, MessageReport, Report } from './model/report.js';

export type { Channel } from './channel/channel.js';
export type { FrameChannelOptions } from './channel/frameChannel.js';
export { frameChannel } from './channel/frameChannel.js';
export type { RequestChannel, RequestChannelOptions, RequestOptions } from './channel/requestChannel.js';
export { requestChannel } from './channel/requestChannel.js';
export type { SoftphoneFrame, SoftphoneFrameOptions } from './channel/softphoneFrame.js';
export { softphoneFrame } from './channel/softphoneFrame.js';

export type { CanTarget, ExecuteOptions, Offhook } from './client.js';
export type { OffhookOptions } from './offhook.js';
export { createOffhook } from './offhook.js';

export type { CallControls, CallControlsState } from './controls/callControls.js';
export { callControls } from './controls/callControls.js';
export type { AgentControls, AgentControlsState } from './controls/agentControls.js';
export { agentControls } from './controls/agentControls.js';
export type { Dialer, DialerState } from './controls/dialer.js';
export { dialer } from './controls/dialer.js';
export type { Outcome } from './controls/outcome.js';
export type { ThreadControls, ThreadControlsState } from './controls/threadControls.js';
export { threadControls } from './controls/threadControls.js';
export { callDuration } from './controls/callDuration.js';

export type { StreamName, StreamValues } from './streamName.js';
