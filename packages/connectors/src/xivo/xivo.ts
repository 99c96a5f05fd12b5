import type { Connector, ConnectorLink } from '@offhook/core';
import { secureAddress } from '../secureAddress.js';
import { guestPage, hasPage } from './channel/guestPage.js';
import { guestCommands, observerCommands } from './dispatch.js';
import { linkGuest } from './linkGuest.js';
import { linkObserver } from './linkObserver.js';
import { below, ringTime, serviceAddress, type XivoOptions } from './options.js';

const inert: ConnectorLink = { send() {}, close() {} };

/** Looked up at each request, so that what the page puts in its place counts. */
const ownFetch: typeof fetch = (...of) => fetch(...of);

/**
 * XiVO, seen from the page's side: as `guest` in the agent desktop's pane, with the call that it was opened for; or as
 * `observer`, with all calls that the desktops ask your service about.
 *
 * A guest's call rings until `pane.complete`, and an observer's until a page says that it is done, or `ringMs` is over:
 * nobody tells either of them of an answer.
 *
 * @throws OffhookError `invalid-argument` for an address that isn't https (or of this machine)
 * @example
 * // in the page that your service opens in the desktop's pane
 * const phone = createOffhook({
 *   connectors: [xivo({ role: 'guest', service: 'https://crm.example/xivo', desktop: 'https://agents.example' })],
 * });
 * phone.paneContext.subscribe((context) => context && show(phone.calls.get(context.callId).value));
 * await phone.execute({ type: 'pane.complete' });
 * @example
 * // in a page of its own
 * createOffhook({ connectors: [xivo({ role: 'observer', service: 'https://crm.example/xivo' })] });
 */
export function xivo(options: XivoOptions): Connector {
  const { id = 'xivo', fetch = ownFetch, trace } = options;
  const service = serviceAddress(options.service);
  // On a server there is no page to be a guest, and nobody to observe for.
  const isHere = (): boolean => !!options.fetch || hasPage();

  if (options.role === 'observer') {
    const url = below(service, 'events', options.channel);
    const ringMs = ringTime(options.ringMs);
    return {
      id,
      name: 'XiVO',
      commands: observerCommands,
      connect: (context) => (isHere() ? linkObserver(context, { url, ringMs, fetch, trace }) : inert),
    };
  }
  const { origin: desktop } = secureAddress(options.desktop, 'Give the https origin of the agent desktop.');
  const { call, ticket } = options;
  return {
    id,
    name: 'XiVO',
    commands: guestCommands,
    connect: (context) =>
      hasPage()
        ? linkGuest(context, { service, desktop, call, ticket, page: guestPage, fetch, trace })
        : inert,
  };
}
