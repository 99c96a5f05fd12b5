import type { NoticeCode } from '../wire/codes.js';
import type { PastChat } from '../wire/customer.js';
import type { FileFacts, Session } from '../session/toSession.js';

/** What an upload tells when it is done (row T-172): the documented three, and who uploaded it. */
export interface UploadResponse extends FileFacts {
  readonly by: 'c' | 'a';
  readonly id: string;
  readonly seq: number;
  readonly time: string;
  /** The agent's name, of an agent's. */
  readonly agent?: string;
}

/** How far an upload is. */
export interface UploadProgress extends FileFacts {
  readonly file: File;
  /** Bytes. */
  readonly sent: number;
}

/** What each event carries: the documented values first, then this implementation's own. */
export interface EventValues {
  OnStartSuccess: readonly [];
  OnStartFailed: readonly [errorCode: string];
  OnOpenSuccess: readonly [session: Session | readonly Session[]];
  OnOpenFailed: readonly [errorCode: string];
  OnEnd: readonly [
    initiator: 'client' | 'server' | 'lib',
    reason: string | undefined,
    by: 'agent' | 'server' | undefined,
  ];
  OnRemoteUserConnected: readonly [name: string, agentId: string, sessionId: string];
  OnSystemNotification: readonly [reasonCode: NoticeCode];
  OnCallbackRequestStatus: readonly [isCustomerReq: boolean, status: boolean];
  OnInternalServerError: readonly [errorCode: string];
  OnCallQueued: readonly [position: number];
  OnMessageReceived: readonly [msg: string, id: string, seq: number, time: string, name: string | undefined];
  OnEcho: readonly [msg: string, id: string, seq: number, time: string];
  OnTypingStateChanged: readonly [state: 0 | 1, name: string | undefined];
  OnAppMessageReceived: readonly [agent: string, msg: unknown, id: string, seq: number, time: string];
  OnConferenceUserLeft: readonly [agent: string, msg: string, agentId: string, seq: number, time: string];
  OnHistoryReceived: readonly [history: readonly PastChat[]];
  OnServerStateChanged: readonly [state: 'offline' | 'online'];
  OnResetCaptcha: readonly [];
  OnUploadComplete: readonly [response: UploadResponse, own: boolean];
  OnUploadProgress: readonly [progress: UploadProgress];
  OnCampaignContactCreated: readonly [
    response: { readonly resultCode: string; readonly resultMessage: string },
  ];
}

/** An event's name. */
export type EventName = keyof EventValues;

/** Whether the page has one chat, or one for each client id. */
export type Mode = 'single' | 'multi';

/** An argument: a value of the event's by its place, or an id of the chat. */
type Argument = number | 'sid' | 'clientId';

interface Shape {
  readonly single: readonly Argument[];
  readonly multi: readonly Argument[];
}

/**
 * The order of each event's arguments (rows T-190, T-191, P-25). With many chats the documented extra argument comes right
 * after the documented ones, then the other id, then what is our own.
 */
export const eventShapes: { readonly [K in EventName]: Shape } = {
  OnStartSuccess: { single: ['clientId', 'sid'], multi: ['clientId', 'sid'] },
  OnStartFailed: { single: [0], multi: [0, 'sid', 'clientId'] },
  OnOpenSuccess: { single: [0], multi: [0] },
  OnOpenFailed: { single: [0], multi: [0] },
  OnEnd: { single: [0, 1, 2], multi: [0, 1, 'sid', 'clientId', 2] },
  OnRemoteUserConnected: { single: [0, 1, 2], multi: [0, 1, 2, 'clientId', 'sid'] },
  OnSystemNotification: { single: [0], multi: [0, 'sid', 'clientId'] },
  OnCallbackRequestStatus: { single: [0, 1], multi: [0, 1, 'sid', 'clientId'] },
  OnInternalServerError: { single: [0], multi: [0] },
  OnCallQueued: { single: [0, 'sid'], multi: [0, 'sid', 'clientId'] },
  OnMessageReceived: { single: [0, 1, 2, 3, 4], multi: [0, 'sid', 'clientId', 1, 2, 3, 4] },
  OnEcho: { single: [0, 1, 2, 3], multi: [0, 'sid', 'clientId', 1, 2, 3] },
  OnTypingStateChanged: { single: [0, 1], multi: [0, 'sid', 'clientId', 1] },
  OnAppMessageReceived: { single: [0, 1, 2, 3, 4], multi: [0, 1, 'sid', 'clientId', 2, 3, 4] },
  OnConferenceUserLeft: { single: [0, 1, 2, 3, 4], multi: [0, 1, 'sid', 'clientId', 2, 3, 4] },
  OnHistoryReceived: { single: [0], multi: [0, 'sid', 'clientId'] },
  OnServerStateChanged: { single: [0], multi: [0] },
  OnResetCaptcha: { single: [], multi: [] },
  OnUploadComplete: { single: [0, 1, 'sid', 'clientId'], multi: [0, 1, 'sid', 'clientId'] },
  OnUploadProgress: { single: [0, 'sid', 'clientId'], multi: [0, 'sid', 'clientId'] },
  OnCampaignContactCreated: { single: [0], multi: [0] },
};

/** The chat that an event is about. */
export interface About {
  readonly sid?: string | undefined;
  readonly clientId?: string | undefined;
}

/** The arguments that a slot is called with. */
export function argumentsOf(
  name: EventName,
  mode: Mode,
  values: readonly unknown[],
  about: About = {},
): readonly unknown[] {
  return eventShapes[name][mode].map((argument) =>
    typeof argument === 'number' ? values[argument] : about[argument],
  );
}
