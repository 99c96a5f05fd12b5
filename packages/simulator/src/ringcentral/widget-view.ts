import type { MessageType } from './message-record.js';
import type { HostButton } from './service.js';
import type { Alert, Draft, FilledField, SmsTemplate } from './tab.js';

export interface CallView {
  readonly id: string;
  readonly state: 'ringing' | 'dialing' | 'active' | 'held';
  readonly direction: 'Inbound' | 'Outbound';
  readonly title: string;
  readonly number: string;
  readonly queue?: string;
  readonly muted: boolean;
  readonly recording: 'idle' | 'pending' | 'recording';
  readonly startedAt?: number;
  readonly minimized: boolean;
  readonly dtmf: string;
  /** False for a call on another device, which this widget can only show. */
  readonly controllable: boolean;
}

export interface HistoryView {
  readonly sessionId: string;
  readonly title: string;
  readonly number: string;
  readonly direction: 'Inbound' | 'Outbound';
  readonly result: string;
  readonly at: number;
  readonly duration: number;
  readonly recorded: boolean;
  readonly logged: boolean;
  /** The host knows who it was. */
  readonly matched: boolean;
}

export interface MessageView {
  readonly id: string;
  readonly inbound: boolean;
  readonly text: string;
  readonly at: number;
}

export interface ConversationView {
  readonly id: string;
  readonly type: MessageType;
  readonly title: string;
  readonly number: string;
  readonly unread: number;
  readonly logged: boolean;
  /** Oldest first. */
  readonly messages: readonly MessageView[];
}

export interface ContactView {
  readonly id: string;
  readonly name: string;
  readonly numbers: readonly string[];
  readonly emails: readonly string[];
}

export interface SettingView {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Of a switch. */
  readonly on: boolean;
  /** All values as texts. */
  readonly texts: readonly string[];
  readonly multiple: boolean;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly description: string;
  readonly buttonLabel: string;
  readonly uri: string;
  readonly readOnly: boolean;
  readonly readOnlyReason: string;
  readonly items: readonly SettingView[];
}

export interface AutoLogView {
  readonly label: string;
  readonly readOnly: boolean;
}

export interface ServiceView {
  readonly name: string;
  readonly callLoggerTitle?: string;
  readonly showLogModal: boolean;
  readonly messageLoggerTitle?: string;
  readonly autoLog: { readonly call: AutoLogView; readonly message: AutoLogView };
  readonly authorization?: {
    readonly title: string;
    readonly authorized: boolean;
    readonly account?: string;
    readonly logo?: string;
  };
  readonly settings: readonly SettingView[];
  readonly buttons: readonly HostButton[];
  readonly conferenceInviteTitle?: string;
  readonly meetingInviteTitle?: string;
  readonly meetings: readonly { readonly id: string; readonly title: string; readonly startTime: number }[];
  readonly feedback: boolean;
  /** Whether a matched contact can be looked at in the host. */
  readonly viewsMatches: boolean;
  readonly hasContacts: boolean;
  readonly contacts: readonly ContactView[];
  readonly contactCount: number;
  /** Picture that marks the host's contacts. */
  readonly contactIcon?: string;
  readonly hasActivities: boolean;
  readonly activityName: string;
  readonly activities?: readonly { readonly id: string; readonly subject: string; readonly time: number }[];
}

/** Everything a widget's face shows. */
export interface WidgetView {
  readonly session: string;
  readonly tab: string;
  readonly activeTab: boolean;
  readonly profile: string;
  readonly signedIn: boolean;
  readonly ready: boolean;
  readonly account: { readonly name: string; readonly number: string };
  readonly userStatus: string;
  readonly dndStatus: string;
  readonly route: string;
  readonly dialNumber: FilledField;
  readonly draft: Draft;
  readonly smsTemplates: readonly SmsTemplate[];
  readonly calls: readonly CallView[];
  readonly history: readonly HistoryView[];
  readonly conversations: readonly ConversationView[];
  readonly searchResults: readonly ContactView[];
  readonly autoLog: { readonly call: boolean; readonly message: boolean };
  readonly callWith: string;
  readonly alerts: readonly Alert[];
  readonly service?: ServiceView;
  readonly now: number;
}
