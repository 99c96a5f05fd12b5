import type { Connector } from '@offhook/core';
import type { Embed, Gate } from '../embed.js';
import { embedWidget, hasPage, isTrustedPage } from './channel/embed.js';
import { loudspeaker } from './channel/loudspeaker.js';
import { ringTone } from './channel/ringTone.js';
import { shareContent } from './channel/shareContent.js';
import { linkWidget } from './link.js';
import { mergeRule } from './merging.js';
import { widgetAddress, type ConnectMeOptions } from './options.js';

const size = { width: 800, height: 600 };

const inTheWidget = "Connect Me can't do this from outside. Do it in its own window.";

const able =
  'call.dial call.answer call.reject call.hangUp agent.signIn conversation.open device.delegate device.setSpeaker device.setRinger';
const unable =
  'call.hold call.resume call.mute call.unmute call.sendDtmf call.transfer call.forward call.toVoicemail call.startRecording call.stopRecording agent.signOut agent.setPresence inbox.send contacts.push';

const each = <T>(types: string, can: T): Readonly<Record<string, T>> =>
  Object.fromEntries(types.split(' ').map((type) => [type, can]));

const commands: Connector['commands'] = { ...each(unable, inTheWidget), ...each(able, true as const) };

/**
 * Connect Me: calls, call control, sign-in and conversations, from the widget in an iframe; and the ringing, the
 * loudspeaker and the sharing that it leaves to the host.
 *
 * @throws OffhookError `invalid-argument` for an address that is none, or not https
 * @example
 * const phone = createOffhook({ connectors: [connectMe({ url: 'https://xyz.connect.example' })] });
 * await phone.execute({ type: 'agent.signIn', credentials: { username, password } });
 */
export function connectMe(options: ConnectMeOptions): Connector {
  const { id = 'connect-me', channel, devices, trace } = options;
  const address = widgetAddress(options);
  const rule = mergeRule(options.merge);

  return {
    id,
    name: 'Connect Me',
    commands,
    size,
    // Sessions are numbered from 0 on, by each widget anew.
    isLasting: () => false,
    recyclesIds: true,
    connect(context) {
      // On a server there is no widget, and nothing to wait for.
      if (!channel && !hasPage()) return { send() {}, close() {} };
      const tone = ringTone();
      const handlers = { ringer: tone.ring, speaker: loudspeaker(tone), share: shareContent };
      const open = (gate: Gate): Embed => (channel ? { channel } : embedWidget(address, size, gate));
      return linkWidget(context, { open, rule, trace, devices, handlers, isTrusted: isTrustedPage() });
    },
  };
}
