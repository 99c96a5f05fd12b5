export { protocolVersion } from './wire/protocolVersion.js';
export type { FaultCode, NoticeCode, OpenCode, RefusalCode, StartCode } from './wire/codes.js';
export type { AgentRef, Entry, EntryBody, FileRef } from './wire/entry.js';
export type {
  ChatView,
  CustomerAnswer,
  CustomerFrame,
  CustomerRequest,
  PastChat,
  TransRecord,
} from './wire/customer.js';
export type { AgentFrame, AgentRequest, DeskChat } from './wire/agent.js';
export type { HttpFailure, LogLine, TokenAnswer, VisitAnswer } from './wire/http.js';
export type {
  IceServer,
  MediaEndWhy,
  MediaEntryBody,
  MediaKind,
  MediaRequest,
  MediaStep,
  MediaWants,
  SignalFrame,
  SignalRequest,
} from './wire/media.js';
export type { Signal } from './wire/signal.js';
