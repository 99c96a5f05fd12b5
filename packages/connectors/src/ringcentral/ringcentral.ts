import type { Connector } from '@offhook/core';
import type { Embed, Gate } from '../embed.js';
import { embedWidget, hasPage } from './channel/embed.js';
import { actions } from './dispatch.js';
import { linkWidget } from './link.js';
import { widgetAddress, type RingCentralOptions } from './options.js';
import { serviceOf } from './services/service.js';

const size = { width: 300, height: 500 };

const commands: Connector['commands'] = Object.fromEntries(
  [
    'call.dial',
    ...Object.keys(actions),
    'agent.signIn',
    'agent.signOut',
    'agent.setPresence',
    'inbox.send',
    'conversation.open',
  ].map((type) => [type, true]),
);

/**
 * RingCentral Embeddable: calls, call control, presence and inbox, from the widget in an iframe; and what the host
 * provides (`provide`, `log`), shown in the widget as a service of yours.
 *
 * @throws OffhookError `invalid-argument` for an address that is none, a url that isn't of the origin, or a service
 * without a name
 * @example
 * const phone = createOffhook({ connectors: [ringCentral({ clientId: 'your-client-id' })] });
 * phone.attachSoftphone(document.querySelector('#softphone'));
 */
export function ringCentral(options: RingCentralOptions = {}): Connector {
  const { id = 'ringcentral', embed, channel, trace, profile = 'current' } = options;
  const address = widgetAddress(options);
  const service = serviceOf(options.service);

  return {
    id,
    name: 'RingCentral',
    commands,
    size,
    // The web phone's ids are this tab's, the call log's number that of both ends of a call.
    isLasting: (vendorId) => vendorId.startsWith('s-'),
    connect(context) {
      // On a server there is no widget, and nothing to wait for.
      if (!channel && !hasPage()) return { send() {}, close() {} };
      const open = (gate: Gate): Embed =>
        channel ? { channel } : embedWidget(address, size, embed === 'adapter', gate);
      return linkWidget(context, { id, open, trace, service, profile, origin: address.origin });
    },
  };
}
