import {
  activities,
  agentControls,
  authorizationControls,
  callbackRequest,
  callLogControls,
  callControls,
  callDuration,
  captcha,
  chatControls,
  chatList,
  cobrowseControls,
  contactImport,
  contactMatch,
  contactSearch,
  deviceControls,
  dialer,
  paneContextControls,
  paneControls,
  queuePosition,
  screenControls,
  serverStatus,
  settingsControls,
  threadControls,
  uploads,
  videoControls,
  widgetControls,
  type Current,
  type Offhook,
  type StreamName,
} from '@offhook/core';
import { demandSame } from './demand.js';

/** Where the core has what a stream of a binding is to show. */
type Source = (client: Offhook, id: string | undefined) => Current<unknown>;

/** The streams that show something of the client. The devices are the computer's. */
export type ClientStreamName = Exclude<StreamName, 'mediaDevices'>;

const sources: Readonly<Record<ClientStreamName, Source>> = {
  calls: ({ calls }) => calls.all,
  callIds: ({ calls }) => calls.ids,
  call: (client, id) => callControls(client, id).state,
  incomingCalls: ({ incomingCalls }) => incomingCalls,
  recentCalls: ({ recentCalls }) => recentCalls,
  callDuration: (client, id) => callDuration(client, id),
  dialer: (client) => dialer(client).state,
  agent: (client) => agentControls(client).state,
  connection: ({ connection }) => connection,
  capabilities: ({ capabilities }) => capabilities,
  inbox: ({ inbox }) => inbox.all,
  thread: (client, id) => threadControls(client, id ?? '').state,
  activities: (client, id) => activities(client, id ?? '').state,
  contactSearch: (client, id) => contactSearch(client).forQuery(id).state,
  contactMatch: (client, id) => contactMatch(client, id ?? ''),
  contactImport: (client) => contactImport(client).state,
  widget: (client, id) => widgetControls(client, id).state,
  devices: (client, id) => deviceControls(client, id).state,
  callLog: (client, id) => callLogControls(client, id).state,
  authorization: (client) => authorizationControls(client).state,
  settings: (client) => settingsControls(client).state,
  chats: (client) => chatList(client),
  chat: (client, id) => chatControls(client, id).state,
  queuePosition: (client, id) => queuePosition(client, id),
  uploads: (client, id) => uploads(client, id).state,
  captcha: (client, id) => captcha(client, id).state,
  callbackRequest: (client, id) => callbackRequest(client, id).state,
  serverStatus: (client, id) => serverStatus(client, id),
  videoCall: (client, id) => videoControls(client, id).state,
  screenShare: (client, id) => screenControls(client, id).state,
  cobrowse: (client, id) => cobrowseControls(client, id).state,
  panes: (client) => paneControls(client).state,
  paneContext: (client) => paneContextControls(client).state,
};

/** Their names. */
export const streamNames = Object.keys(sources) as readonly ClientStreamName[];

/** The core's own Current behind a stream. */
export const sourceOf = (client: Offhook, name: ClientStreamName, id?: string): Current<unknown> =>
  sources[name](client, id);

/** Streams that are made for each reader, as those with controls are, so that only what they say can be compared. */
const madeAnew: readonly StreamName[] = [
  'call',
  'dialer',
  'agent',
  'thread',
  'activities',
  'contactSearch',
  'contactMatch',
  'contactImport',
  'widget',
  'devices',
  'callLog',
  'authorization',
  'settings',
  'chat',
  'uploads',
  'captcha',
  'callbackRequest',
  'serverStatus',
  'videoCall',
  'screenShare',
  'cobrowse',
  'panes',
  'paneContext',
];

/** What is worked out anew now and then, so that only what it says can be compared. */
const workedOut: readonly string[] = ['can', 'agent', 'size'];

/** Throws unless a reader shows this very value; of a stream that is made for it, unless it says the same. */
export function demandShows(name: StreamName, shown: unknown, expected: unknown, what: string): void {
  if (!madeAnew.includes(name)) {
    demandSame(shown, expected, what);
    return;
  }
  for (const [key, value] of Object.entries(expected as object)) {
    const told = (shown as Readonly<Record<string, unknown>>)[key];
    if (workedOut.includes(key)) demandSame(JSON.stringify(told), JSON.stringify(value), `${what}: ${key}`);
    else demandSame(told, value, `${what}: ${key}`);
  }
}
