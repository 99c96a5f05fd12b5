import type { Activities, ActivitiesState } from './controls/activities.js';
import type { AuthorizationControls, AuthorizationState } from './controls/authorizationControls.js';
import type { CallLogControls, CallLogState } from './controls/callLogControls.js';
import type { SettingsControls, SettingsState } from './controls/settingsControls.js';
import type { AgentControls, AgentControlsState } from './controls/agentControls.js';
import type { CallbackRequest, CallbackRequestState } from './controls/callbackRequest.js';
import type { CallControls, CallControlsState } from './controls/callControls.js';
import type { CaptchaControls, CaptchaControlsState } from './controls/captchaControls.js';
import type { ChatControls, ChatControlsState } from './controls/chatControls.js';
import type { ContactImport, ContactImportState } from './controls/contactImport.js';
import type { ContactMatchState } from './controls/contactMatch.js';
import type { ContactSearch, ContactSearchState } from './controls/contactSearch.js';
import type { CobrowseSession, CobrowseSessionState } from './controls/cobrowseControls.js';
import type { DeviceControls, DeviceControlsState } from './controls/deviceControls.js';
import type { Dialer, DialerState } from './controls/dialer.js';
import type { MediaDevice } from './controls/mediaDevices.js';
import type { PaneContextControls, PaneContextState } from './controls/paneContextControls.js';
import type { PaneControls, PaneControlsState } from './controls/paneControls.js';
import type { ScreenControls, ScreenControlsState } from './controls/screenControls.js';
import type { ServerStatus } from './controls/serverStatus.js';
import type { UploadControls, UploadControlsState } from './controls/uploadControls.js';
import type { VideoControls, VideoControlsState } from './controls/videoControls.js';
import type { WidgetControls } from './controls/widgetControls.js';
import type { Widget } from './model/widget.js';
import type { ThreadControls, ThreadControlsState } from './controls/threadControls.js';
import type { Call } from './model/call.js';
import type { Capabilities } from './model/capability.js';
import type { Chat } from './model/chat.js';
import type { Connection } from './model/connection.js';
import type { Thread } from './model/thread.js';

/**
 * The state streams that every binding offers, and what each of them gives. A binding checks itself against this
 * with `satisfies`, so that one that lacks a stream does not compile.
 */
export interface StreamValues {
  /** Live calls, newest first. */
  readonly calls: readonly Call[];
  /** Their ids: another list only when a call comes or goes. */
  readonly callIds: readonly string[];
  /** One call, or the one in focus, with its controls. */
  readonly call: CallControlsState & Omit<CallControls, 'state'>;
  readonly incomingCalls: readonly Call[];
  readonly recentCalls: readonly Call[];
  /** Talk time in milliseconds. */
  readonly callDuration: number;
  readonly dialer: DialerState & Omit<Dialer, 'state'>;
  readonly agent: AgentControlsState & Omit<AgentControls, 'state'>;
  readonly connection: Connection;
  readonly capabilities: Capabilities;
  /** Threads, newest first. */
  readonly inbox: readonly Thread[];
  /** One thread, with its controls. */
  readonly thread: ThreadControlsState & Omit<ThreadControls, 'state'>;
  /** A contact's history, by the contact's id, with what fetches it anew and opens one of it. */
  readonly activities: ActivitiesState & Omit<Activities, 'state'>;
  /** Who fits a query, with what looks for another. */
  readonly contactSearch: ContactSearchState & Omit<ContactSearch, 'state'>;
  /** Who has a number. */
  readonly contactMatch: ContactMatchState;
  /** How far the host's contacts are, with what imports files of them. */
  readonly contactImport: ContactImportState & Omit<ContactImport, 'state'>;
  /** Whether a connector's widget is open (the default one's without an id), with what opens and closes it. */
  readonly widget: Widget & Omit<WidgetControls, 'state'>;
  /** What a connector (the default one without an id) leaves to the host, with what hands it over. */
  readonly devices: DeviceControlsState & Omit<DeviceControls, 'state'>;
  /** The log entry of one call, or of the one in focus, with what saves a note. */
  readonly callLog: CallLogState & Omit<CallLogControls, 'state'>;
  /** Whether the agent is signed in to the host's system, with what changes that. */
  readonly authorization: AuthorizationState & Omit<AuthorizationControls, 'state'>;
  /** The host's settings, with what changes one. */
  readonly settings: SettingsState & Omit<SettingsControls, 'state'>;
  /** Chats, the live ones first, then the newest first. */
  readonly chats: readonly Chat[];
  /** One chat, or the one in focus, with its messages and controls. */
  readonly chat: ChatControlsState & Omit<ChatControls, 'state'>;
  /** Where one chat, or the one in focus, stands in the queue, from 1. */
  readonly queuePosition: number | undefined;
  /** The files that go into one chat, or the one in focus, with what uploads more. */
  readonly uploads: UploadControlsState & Omit<UploadControls, 'state'>;
  /** What must be typed before one chat starts, or the one in focus, with what asks for another image. */
  readonly captcha: CaptchaControlsState & Omit<CaptchaControls, 'state'>;
  /** A wish to be called back, of one chat or the one in focus, with what asks for it. */
  readonly callbackRequest: CallbackRequestState & Omit<CallbackRequest, 'state'>;
  /** Whether the server of a connector's chats can be reached; without an id of the one that chats. */
  readonly serverStatus: ServerStatus;
  /** Audio and video with the agent of one chat, or of the one in focus, with its controls. */
  readonly videoCall: VideoControlsState & Omit<VideoControls, 'state'>;
  /** The customer's screen, shown to the agent of one chat or of the one in focus, with its controls. */
  readonly screenShare: ScreenControlsState & Omit<ScreenControls, 'state'>;
  /** The page, shown to the agent of one chat or of the one in focus, with its controls. */
  readonly cobrowse: CobrowseSessionState & Omit<CobrowseSession, 'state'>;
  /** The microphones, cameras and loudspeakers of this computer. */
  readonly mediaDevices: readonly MediaDevice[];
  /** The pages shown for calls, with what opens, completes and closes them. */
  readonly panes: PaneControlsState & Omit<PaneControls, 'state'>;
  /** For which call this page is shown, if it is in a pane, with what says that the work is done. */
  readonly paneContext: PaneContextState & Omit<PaneContextControls, 'state'>;
}

/** A state stream's name, the same in every binding: `calls` is `useCalls()` in one and `calls()` in another. */
export type StreamName = keyof StreamValues;
