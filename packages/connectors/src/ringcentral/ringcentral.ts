import type { Connector } from '@offhook/core';
import { embedWidget, hasPage, type Embed, type Gate } from './channel/embed.js';
import { actions } from './dispatch.js';
import { linkWidget } from './link.js';
import { widgetAddress, type RingCentralOptions } from './options.js';

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
 * RingCentral Embeddable: calls, call control, presence and inbox, from the widget in an iframe.
 *
 * @throws OffhookError `invalid-argument` for an address that is none, or a url that isn't of the origin
 * @example
 * const phone = createOffhook({ connectors: [ringCentral({ clientId: 'your-client-id' })] });
 * phone.attachSoftphone(document.querySelector('#softphone'));
 */
export function ringCentral(options: RingCentralOptions = {}): Connector {
  const { id = 'ringcentral', embed, channel, log } = options;
  const address = widgetAddress(options);

  return {
    id,
    name: 'RingCentral',
    commands,
    size,
    connect(context) {
      // On a server there is no widget, and nothing to wait for.
      if (!channel && !hasPage()) return { send() {}, close() {} };
      const open = (gate: Gate): Embed =>
        channel ? { channel } : embedWidget(address, size, embed === 'adapter', gate);
      return linkWidget(context, id, open, log);
    },
  };
}
