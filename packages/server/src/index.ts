export type { Clock } from './clock.js';
export { systemClock } from './clock.js';

export type { Appended, EventLog, EventType, LoggedEvent, Maybe, NewEvent, Once } from './events/eventLog.js';
export type { EventLogErrorCode } from './events/eventLogError.js';
export { EventLogError } from './events/eventLogError.js';
export type { MemoryEventsOptions } from './events/memoryEvents.js';
export { memoryEvents } from './events/memoryEvents.js';
export type { RedisEventsOptions } from './events/redisEvents.js';
export { redisEvents } from './events/redisEvents.js';

export type { PromMetricsOptions } from './metrics/promMetrics.js';
export { promMetrics } from './metrics/promMetrics.js';
export type { AnswerFailure, Route, ServiceMetrics } from './metrics/serviceMetrics.js';

export type { XivoCallContext, XivoLogin, XivoServiceOptions } from './xivo/options.js';
export type { LogEntry } from './xivo/serviceLog.js';
export type { FieldError, ServiceErrorCode } from './xivo/serviceError.js';
export type { Jwk } from './xivo/tokenKey.js';
export type {
  XivoAnswer,
  XivoEvent,
  XivoNone,
  XivoOpen,
  XivoOpening,
  XivoPopup,
  XivoRun,
} from './xivo/xivoAnswer.js';
export type { XivoCall, XivoClaims, XivoQueue, XivoUser } from './xivo/xivoCall.js';
export type { XivoService } from './xivo/xivoService.js';
export { xivoService } from './xivo/xivoService.js';
