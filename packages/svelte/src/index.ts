import type { Readable } from 'svelte/store';
import type { StreamName, StreamValues } from '@offhook/core';
import { activities } from './activities.js';
import { agent } from './agent.js';
import { authorization } from './authorization.js';
import { call } from './call.js';
import { callbackRequest } from './callbackRequest.js';
import { callDuration } from './callDuration.js';
import { callIds } from './callIds.js';
import { callLog } from './callLog.js';
import { calls } from './calls.js';
import { capabilities } from './capabilities.js';
import { captcha } from './captcha.js';
import { chat } from './chat.js';
import { chats } from './chats.js';
import { cobrowse } from './cobrowse.js';
import { connection } from './connection.js';
import { contactImport } from './contactImport.js';
import { contactMatch } from './contactMatch.js';
import { contactSearch } from './contactSearch.js';
import { devices } from './devices.js';
import { dialer } from './dialer.js';
import { inbox } from './inbox.js';
import { incomingCalls } from './incomingCalls.js';
import { mediaDevices } from './mediaDevices.js';
import { paneContext } from './paneContext.js';
import { panes } from './panes.js';
import { queuePosition } from './queuePosition.js';
import { recentCalls } from './recentCalls.js';
import { screenShare } from './screenShare.js';
import { serverStatus } from './serverStatus.js';
import { settings } from './settings.js';
import { thread } from './thread.js';
import { uploads } from './uploads.js';
import { videoCall } from './videoCall.js';
import { widget } from './widget.js';

export { current } from './current.js';
export { getOffhook } from './getOffhook.js';
export { onOffhookEvent } from './onOffhookEvent.js';
export type { PaneHostOptions } from './paneHost.js';
export { paneHost } from './paneHost.js';
export { setOffhook } from './setOffhook.js';
export type { SoftphoneOptions } from './softphone.js';
export { softphone } from './softphone.js';
export type { MaybeStoreOrGetter } from './storeOf.js';
export {
  activities,
  agent,
  authorization,
  call,
  callbackRequest,
  callDuration,
  callIds,
  callLog,
  calls,
  capabilities,
  captcha,
  chat,
  chats,
  cobrowse,
  connection,
  contactImport,
  contactMatch,
  contactSearch,
  devices,
  dialer,
  inbox,
  incomingCalls,
  mediaDevices,
  paneContext,
  panes,
  queuePosition,
  recentCalls,
  screenShare,
  serverStatus,
  settings,
  thread,
  uploads,
  videoCall,
  widget,
};

// Every stream that a binding must offer, under its name and with its value: one that is missing does not compile.
void ({
  calls,
  callIds,
  call,
  incomingCalls,
  recentCalls,
  callDuration,
  dialer,
  agent,
  connection,
  capabilities,
  inbox,
  thread,
  activities,
  contactSearch,
  contactMatch,
  contactImport,
  widget,
  devices,
  callLog,
  authorization,
  settings,
  panes,
  paneContext,
  chats,
  chat,
  queuePosition,
  uploads,
  captcha,
  callbackRequest,
  serverStatus,
  videoCall,
  screenShare,
  cobrowse,
  mediaDevices,
} satisfies { [N in StreamName]: (id: string) => Readable<StreamValues[N]> });
