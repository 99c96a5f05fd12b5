import type { Connector } from '@offhook/core';
import type { Embed, Gate } from '../embed.js';
import { embedWidget, hasPage } from './channel/embed.js';
import { commands } from './dispatch.js';
import { linkWidget } from './link.js';
import { chunkOf, widgetAddress, type KunziteOptions } from './options.js';

/** What the widget asks for in all that it says, and until it says so. */
const size = { width: 320, height: 460 };

/**
 * Kunzite's softphone: its calls, dialling, and the host's contacts in it, from the widget in an iframe. Everything
 * else a person does in the widget.
 *
 * @throws OffhookError `invalid-argument` for an address that isn't https (or of this machine), or an empty chunk
 * @example
 * const phone = createOffhook({ connectors: [kunzite({ url: 'https://phone.example/softphone' })], provide });
 * phone.attachSoftphone(document.querySelector('#softphone'));
 */
export function kunzite(options: KunziteOptions): Connector {
  const { id = 'kunzite', channel, trace, contacts } = options;
  const { src, origin } = widgetAddress(options);
  const chunk = chunkOf(options);

  return {
    id,
    name: 'Kunzite',
    commands,
    size,
    connect(context) {
      // On a server there is no widget, and nothing to wait for.
      if (!channel && !hasPage()) return { send() {}, close() {} };
      const open = (gate: Gate): Embed => (channel ? { channel } : embedWidget(src, origin, size, gate));
      return linkWidget(context, { id, open, trace, chunk, unasked: contacts?.push !== false });
    },
  };
}
