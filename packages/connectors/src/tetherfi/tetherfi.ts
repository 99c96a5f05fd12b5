import { chatting, type Connector, type ConnectorLink } from '@offhook/core';
import type { Tabs } from '@offhook/tabs';
import { browserPage, hasPage } from './channel/browserPage.js';
import { commands } from './dispatch.js';
import { linkChat } from './link.js';
import { mediaOptions } from './media/mediaOptions.js';
import { hostAddress, loadTime, sessionName, type TetherfiOptions } from './options.js';

const inert: ConnectorLink = { send() {}, close() {} };

/** Looked up at each request, so that what the page puts in its place counts. */
const ownFetch: typeof fetch = (...of) => fetch(...of);

/** Whether the client's tabs can share an outbox: those of `@offhook/tabs` can. */
const isTabs = (given: object): given is Tabs => 'host' in given && 'name' in given;

/**
 * Tetherfi's live chat, seen from the customer's page: a floating chat that goes on from page to page and from tab to
 * tab. It loads the vendor's script when it is needed and speaks with its documented functions and events alone.
 *
 * Calls, a shared screen and co-browsing come with the vendor's own scripts for them, loaded when they are needed; screen
 * and co-browsing are one session of the vendor's, so that one of them goes on at a time.
 *
 * What is written is kept until the server has it, over reloads and tabs where the client has `tabs`.
 *
 * @throws OffhookError `invalid-argument` for a host that isn't https (or of this machine)
 * @example
 * const client = createOffhook({ connectors: [tetherfi({ host: 'https://chat.example' })], tabs: tabs() });
 * client.chatFocus.subscribe((chat) => show(chat?.state));
 * const { chatId } = await client.execute({ type: 'chat.start', customer: { name: 'Ana', topic: 'Loans' } });
 * await client.execute({ type: 'chat.send', chatId, text: 'Good morning' });
 */
export function tetherfi(options: TetherfiOptions): Connector {
  const { id = 'tetherfi', fetch = ownFetch } = options;
  const host = hostAddress(options.host);
  const session = sessionName(options.session);
  const loadMs = loadTime(options.loadMs);
  const { video, screen } = mediaOptions(options.video, options.screen);
  return {
    id,
    name: 'Tetherfi',
    commands,
    chats: chatting,
    connect(context) {
      // On a server there is no page to chat in.
      if (!hasPage()) return inert;
      const tabs = options.tabs ?? (isTabs(context.tabs) ? context.tabs : undefined);
      return linkChat(context, {
        id,
        host,
        page: browserPage,
        multi: options.multi ?? false,
        session,
        atOnce: options.load !== 'on-demand',
        tabs,
        encrypt: options.encrypt,
        autoClose: options.autoClose ?? true,
        commPath: options.commPath ?? 'sg_pweb',
        sidPosition: options.sidPosition ?? 'last',
        video,
        screen,
        integrity: options.integrity ?? {},
        nonce: options.nonce,
        loadMs,
        fetch,
        trace: options.trace,
      });
    },
  };
}
