import type { OffhookOptions } from '@offhook/core';
import type { RingCentralOptions } from '../options.js';
import { widget, type Widget } from './widget.js';

type Frame = Readonly<Record<string, unknown>>;

/** A widget that asks the host's services, and what it gets from them. */
export interface Serving extends Widget {
  /** The widget starts, as far as its state. */
  start(): void;
  /** Asks on a path; gives the request's id. */
  ask(path: string, body?: unknown): string;
  /** All answers to this request. */
  answers(id: string): readonly unknown[];
  /** What was sent under this name, such as `adapter-sync-third-party-contacts`. */
  sent(name: string): readonly Frame[];
  /** What was registered, one entry a registration. */
  registered(): readonly Frame[];
  /** Handlers that an error event named, in order. */
  failures(): readonly unknown[];
}

/** What today's widget says before anybody is signed in. */
export const startUp: readonly object[] = [
  { type: 'rc-dialer-status-notify', ready: false },
  { type: 'rc-meeting-status-notify', ready: false, permission: false },
  { type: 'rc-brand-assets-notify', logoUri: 'https://apps.ringcentral.com/logo.svg' },
  { type: 'rc-webphone-connection-status-notify', connectionStatus: 'connectionStatus-disconnected' },
  { type: 'rc-adapter-pushAdapterState', size: { width: 300, height: 500 }, minimized: false, closed: false },
];

/** A client that provides what is given, and a widget that has started. */
export function serving(client: Partial<OffhookOptions>, options: RingCentralOptions = {}): Serving {
  const played = widget(options, client);
  let asked = 0;
  const sent = (name: string): readonly Frame[] =>
    (played.channel.sent as readonly Frame[]).filter(({ type }) => type === `rc-${name}`);
  const serving: Serving = {
    ...played,
    start: () => played.say(...startUp),
    ask(path, body = {}) {
      asked += 1;
      const requestId = `request-${asked}`;
      played.say({ type: 'rc-post-message-request', requestId, path, body });
      return requestId;
    },
    answers: (id) =>
      sent('post-message-response')
        .filter(({ responseId }) => responseId === id)
        .map(({ response }) => response),
    sent,
    registered: () => sent('adapter-register-third-party-service').map(({ service }) => service as Frame),
    failures: () => played.events.flatMap((event) => (event.type === 'error' ? [event.handler] : [])),
  };
  serving.start();
  return serving;
}
