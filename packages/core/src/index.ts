export type { Agent, Presence } from './model/agent.js';
export type { Call, CallState, Direction, Durations, EndReason, Leg, Recording } from './model/call.js';
export { isAnswered, isIncoming, isLive } from './model/call.js';
export type {
  Captcha,
  Chat,
  ChatCallback,
  ChatRemark,
  ChatState,
  Participant,
  Upload,
} from './model/chat.js';
export { isLiveChat, isRunningChat } from './model/chat.js';
export type { ChatAction, ChatCommand, ChatStart } from './model/chatCommand.js';
export type {
  CallQuality,
  ChatMedia,
  ChatStreams,
  Cobrowse,
  MediaEndReason,
  MediaKind,
  MediaSide,
  ScreenShare,
  ShareState,
  VideoCall,
  VideoState,
} from './model/chatMedia.js';
export { isLiveMedia } from './model/chatMedia.js';
export type {
  CobrowseControls,
  CobrowseWish,
  MediaCommand,
  ScreenWish,
  VideoAction,
  VideoDevices,
  VideoWish,
} from './model/mediaCommand.js';
export type {
  Acknowledgement,
  ChatMessageReport,
  ChatMoment,
  ChatReport,
  ChatStreamsReport,
  MediaFacts,
  PastChat,
} from './model/chatReport.js';
export type { CustomerDetails } from './model/customerDetails.js';
export type { Message, MessageFile, MessageStatus } from './model/message.js';
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
export type { Device, DeviceKind, Devices } from './model/device.js';
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
export type { Activity } from './model/activity.js';
export type { Authorization } from './model/authorization.js';
export type { HandlerName } from './model/handlerName.js';
export type { Invite } from './model/invite.js';
export type {
  CallLogEntry,
  LoggedAttachment,
  LoggedEntries,
  LoggedEntry,
  LoggedMessage,
  LoggedRecording,
  LogPhase,
  LogState,
  MessageLogEntry,
} from './model/log.js';
export type { Setting, SettingOption, SettingValue } from './model/setting.js';
export type { Pane, PaneAction, PaneContext, PaneMoment, PaneState } from './model/pane.js';
export { paneTitle } from './model/pane.js';
export type { Party } from './model/party.js';
export { numberDigits, sameNumber } from './model/phoneNumber.js';
export type { Attachment, Thread, ThreadKind, ThreadMessage } from './model/thread.js';
export type { Widget } from './model/widget.js';

export type { Clock } from './ports/clock.js';
export { systemClock } from './ports/clock.js';
export type {
  ContactImportOptions,
  ContactImportProblem,
  ContactImportProgress,
  ContactImportResult,
  ContactsPort,
  ContactsProgress,
} from './ports/contacts.js';
export { memoryContacts } from './ports/contacts.js';
export { wholeAnswer } from './ports/answer.js';
export type { CallLogFacts, LogContext, LogLink, LogPort, MessageLogFacts } from './ports/log.js';
export type { Answer, Ask, ContactMatches, ContactPage, Provide } from './ports/provide.js';
export type { PaneAsk, PaneDecider, PanePlan, PaneProgram } from './ports/panes.js';
export type { OncePolicy, TabsPort } from './ports/tabs.js';
export type { Ids } from './ports/ids.js';
export { systemIds } from './ports/ids.js';

export type { Collection } from './stream/collection.js';
export type { Current } from './stream/current.js';
export { combine, select } from './stream/select.js';
export type { Settable } from './stream/state.js';
export { createCurrent } from './stream/state.js';

export type { Connector, ConnectorContext, ConnectorLink } from './connector.js';
export type { Chats, ChatsPort, ChatWait, ChatWatch } from './chats.js';
export { chatting } from './chats.js';
export type { ChatsContext } from './store/chatStore.js';
export type { CallReport, MessageReport, Report } from './model/report.js';

export type { AnswerChannel, AnswerChannelOptions, InboundRequest } from './channel/answerChannel.js';
export { answerChannel } from './channel/answerChannel.js';
export type { Channel } from './channel/channel.js';
export type { FrameChannelOptions } from './channel/frameChannel.js';
export { frameChannel } from './channel/frameChannel.js';
export type { RequestChannel, RequestChannelOptions, RequestOptions } from './channel/requestChannel.js';
export { requestChannel } from './channel/requestChannel.js';
export type { SoftphoneFrame, SoftphoneFrameOptions } from './channel/softphoneFrame.js';
export { softphoneFrame } from './channel/softphoneFrame.js';

export type { AttachOptions, CanTarget, ExecuteOptions, Offhook, OpeningState } from './client.js';
export type { OffhookOptions } from './offhook.js';
export type { PaneRule, PaneRulesOptions } from './paneRules.js';
export { paneRules } from './paneRules.js';
export type { Panes, PanesContext, PanesPort } from './panes.js';
export { panesBy } from './panes.js';
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
export type { Activities, ActivitiesState } from './controls/activities.js';
export { activities } from './controls/activities.js';
export type { AuthorizationControls, AuthorizationState } from './controls/authorizationControls.js';
export { authorizationControls } from './controls/authorizationControls.js';
export type { CallLogControls, CallLogState } from './controls/callLogControls.js';
export { callLogControls } from './controls/callLogControls.js';
export type { ContactImport, ContactImportState, FileProblem } from './controls/contactImport.js';
export { contactImport } from './controls/contactImport.js';
export type { ContactMatchState } from './controls/contactMatch.js';
export { contactMatch } from './controls/contactMatch.js';
export type { ContactSearch, ContactSearchBox, ContactSearchState } from './controls/contactSearch.js';
export { contactSearch } from './controls/contactSearch.js';
export type { DeviceControls, DeviceControlsState } from './controls/deviceControls.js';
export { deviceControls } from './controls/deviceControls.js';
export type { PaneContextControls, PaneContextState } from './controls/paneContextControls.js';
export { paneContextControls } from './controls/paneContextControls.js';
export type { PaneLabels } from './controls/paneHost.js';
export { blockedPanes, paneLabels, tabbedPanes, tabForKey } from './controls/paneHost.js';
export type { PaneTabs, PaneTabsState } from './controls/paneTabs.js';
export { paneTabs } from './controls/paneTabs.js';
export type { PaneControls, PaneControlsState } from './controls/paneControls.js';
export { paneControls } from './controls/paneControls.js';
export type { WidgetControls } from './controls/widgetControls.js';
export { widgetControls } from './controls/widgetControls.js';
export type { SettingsControls, SettingsState } from './controls/settingsControls.js';
export { settingsControls } from './controls/settingsControls.js';

export type { CallbackRequest, CallbackRequestState } from './controls/callbackRequest.js';
export { callbackRequest } from './controls/callbackRequest.js';
export type { CaptchaControls, CaptchaControlsState } from './controls/captchaControls.js';
export { captcha } from './controls/captchaControls.js';
export type { ChatCapabilities } from './controls/chatCapabilities.js';
export type { ChatControls, ChatControlsState } from './controls/chatControls.js';
export { chatControls } from './controls/chatControls.js';
export { chatList } from './controls/chatList.js';
export { queuePosition } from './controls/queuePosition.js';
export type { CobrowseSession, CobrowseSessionState } from './controls/cobrowseControls.js';
export { cobrowseControls } from './controls/cobrowseControls.js';
export type { ShareCapabilities, VideoCapabilities } from './controls/mediaCapabilities.js';
export type { MediaDevice } from './controls/mediaDevices.js';
export { mediaDevices } from './controls/mediaDevices.js';
export type { ScreenControls, ScreenControlsState } from './controls/screenControls.js';
export { screenControls } from './controls/screenControls.js';
export type { ServerStatus } from './controls/serverStatus.js';
export { serverStatus } from './controls/serverStatus.js';
export type { UploadControls, UploadControlsState } from './controls/uploadControls.js';
export { uploads } from './controls/uploadControls.js';
export type { VideoControls, VideoControlsState } from './controls/videoControls.js';
export { videoControls } from './controls/videoControls.js';

export type { StreamName, StreamValues } from './streamName.js';
