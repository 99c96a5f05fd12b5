import { liveChatPath } from './liveChatOrigin.js';

/** The documented events, and how many arguments the document gives them with one chat. */
export const documentedEvents = {
  OnStartSuccess: 0,
  OnStartFailed: 1,
  OnOpenSuccess: 1,
  OnOpenFailed: 1,
  OnEnd: 2,
  OnRemoteUserConnected: 3,
  OnSystemNotification: 1,
  OnCallbackRequestStatus: 2,
  OnInternalServerError: 1,
  OnCallQueued: 1,
  OnMessageReceived: 1,
  OnEcho: 1,
  OnTypingStateChanged: 1,
  OnAppMessageReceived: 2,
  OnConferenceUserLeft: 2,
  OnHistoryReceived: 1,
  OnServerStateChanged: 1,
  OnResetCaptcha: 0,
  OnUploadComplete: 1,
  OnCampaignContactCreated: 1,
} as const;

export type DocumentedEvent = keyof typeof documentedEvents;

/** What a page includes, and what it runs after that. */
export interface HostPage {
  readonly session: string;
  /** The query of each `livechat.js` that it includes, in order. */
  readonly includes?: readonly string[];
  /** The object that it uses. */
  readonly api?: 'livechat' | 'multilivechat';
  readonly body?: string;
  /** Where the scripts come from. */
  readonly path?: string;
}

/**
 * A page as the vendor's document describes it: the mandatory scripts, a handler for each event, and no library of ours. It
 * keeps what its handlers were told in `window.told`.
 */
export function hostHtml({
  session,
  includes = [''],
  api = 'livechat',
  body = '',
  path = liveChatPath,
}: HostPage): string {
  const scripts = includes.map((query) => {
    const search = new URLSearchParams(query);
    search.set('session', session);
    return `<script src="${path}/livechat.js?${search.toString()}"></script>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Host page</title><body>
    ${scripts.join('\n')}
    <script src="${path}/interface/__clientlog.js"></script>
    <script>
      window.told = [];
      window.api = window.${api};
      for (const name of ${JSON.stringify(Object.keys(documentedEvents))}) {
        window.api[name] = (...args) => window.told.push([name, ...args]);
      }
    </script>
    ${body}`;
}
