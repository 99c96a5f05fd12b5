export type { Clock } from './clock.js';
export { systemClock } from './clock.js';

export type { ChatMetrics, ChatRoute } from './metrics/chatMetrics.js';
export type { PromChatMetricsOptions } from './metrics/promChatMetrics.js';
export { promChatMetrics } from './metrics/promChatMetrics.js';

export type { AgentsOf } from './livechat/agents/loginRoute.js';
export type { ChatLogEntry } from './livechat/chatLog.js';
export type { FileTypes } from './livechat/files/fileTypes.js';
export { fileTypes } from './livechat/files/fileTypes.js';
export type { Origins } from './livechat/http/originPolicy.js';
export { loopbackOrigin } from './livechat/http/originPolicy.js';
export type { CallbackRecord, CampaignContact, ChatHubOptions, ChatStatus } from './livechat/hub/chatHub.js';
export type { HubMetrics } from './livechat/hub/hubMetrics.js';
export type {
  ChatCaps,
  ChatRate,
  ChatRoute as ChatRouting,
  Settings,
  SignalRates,
} from './livechat/hub/settings.js';
export { defaultSettings } from './livechat/hub/settings.js';
export type { IceOptions } from './livechat/ice/iceOptions.js';
export type { SocketLimits } from './livechat/links/socketConnection.js';
export type { LiveChat } from './livechat/liveChat.js';
export { liveChat } from './livechat/liveChat.js';
export type { LogErrorCode } from './livechat/log/logError.js';
export { LogError } from './livechat/log/logError.js';
export { memoryLog } from './livechat/log/memoryLog.js';
export { openLog } from './livechat/log/openLog.js';
export { redisLog } from './livechat/log/redisLog.js';
export type {
  NewRecord,
  RecordListener,
  SessionLog,
  Stored,
  ToldListener,
  Write,
  Written,
} from './livechat/log/sessionLog.js';
export type { ChatCallbackRequest, LiveChatOptions } from './livechat/options.js';
export type { RunningLiveChat, ServeLiveChatOptions } from './livechat/serveLiveChat.js';
export { serveLiveChat } from './livechat/serveLiveChat.js';
