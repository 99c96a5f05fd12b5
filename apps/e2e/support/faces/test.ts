import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { openAgentPage, signInAgent } from '../livechat/agentPage.js';
import { createDesk } from '../livechat/desk.js';
import { liveChatOrigin } from '../livechat/liveChatOrigin.js';
import { createChatNode, type ChatNode } from '../livechat-chaos/chatNode.js';
import { expect, test as base } from '../test.js';
import { createConsoleFaces, type ConsoleFaces } from './consoleFaces.js';
import { createCustomerFaces, type CustomerFaces } from './customerFaces.js';
import { facesHtml, facesScript, type FacesContent, type Part } from './facesHtml.js';
import { openFrontSite, type FrontSite } from './frontSite.js';
import { keepMedia } from './keepMedia.js';
import { framesOf } from './framesOf.js';
import { startTurnServer, turnProgram, type TurnServer } from './turnServer.js';

const turnSecret = 'only for the relay of the tests';

/** The live chat's back end of a test. */
export interface BackEnd {
  /** Undefined while it is down. */
  readonly port: number | undefined;
  /** Of a back end of the test's own. */
  readonly node: ChatNode | undefined;
  /** Where that keeps its chats. */
  readonly folder: string | undefined;
}

export interface FacesPageOptions {
  readonly parts?: readonly Part[];
  readonly body?: string;
  readonly css?: string;
  /** With query and hash. */
  readonly at?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another browser than the test's own. */
  readonly context?: BrowserContext;
  /** More parameters of livechat.js. */
  readonly query?: string;
  /** Where the chat's own window is, if elsewhere. */
  readonly chatOrigin?: string;
}

export interface FacesOptions {
  /** Whether the test has a back end that nobody else minds being killed. */
  readonly ownBackEnd: boolean;
  /** Whether it has a relay, and the agents' pages use nothing else. */
  readonly relay: boolean;
}

export interface FacesFixtures {
  readonly turn: TurnServer | undefined;
  readonly backEnd: BackEnd;
  readonly front: FrontSite;
  /** Signs somebody in at the console, in a browser of their own. */
  readonly signIn: (name: string) => Promise<ConsoleFaces>;
  readonly ann: ConsoleFaces;
  /** Serves such a page; gives its path. */
  readonly putPage: (options?: FacesPageOptions) => string;
  readonly openPage: (options?: FacesPageOptions) => Promise<CustomerFaces>;
  /** Has Ann and this page's customer talk. */
  readonly meet: (customer: CustomerFaces) => Promise<CustomerFaces>;
  /** Such a page for calls, with Ann. */
  readonly talk: CustomerFaces;
}

/** A customer's page with the documented scripts, the real agent console, and one origin for both. */
export const test = base.extend<FacesOptions & FacesFixtures>({
  ownBackEnd: [false, { option: true }],
  relay: [false, { option: true }],
  turn: async ({ relay }, use) => {
    const turn =
      relay && turnProgram !== undefined ? await startTurnServer(turnProgram, turnSecret) : undefined;
    await use(turn);
    await turn?.close();
  },
  backEnd: async ({ ownBackEnd, request, session, turn }, use) => {
    if (!ownBackEnd && turn === undefined) {
      await createDesk(request, session).reset();
      await use({ port: Number(new URL(liveChatOrigin).port), node: undefined, folder: undefined });
      return;
    }
    const folder = await mkdtemp(path.join(os.tmpdir(), 'offhook-faces-'));
    const environment: Record<string, string> =
      turn === undefined ? {} : { OFFHOOK_CHAT_TURN_URLS: turn.url, OFFHOOK_CHAT_TURN_SECRET: turnSecret };
    const node = createChatNode({ folder, environment });
    await node.start();
    await use({
      get port() {
        return node.port;
      },
      node,
      folder,
    });
    await node.kill();
    await rm(folder, { recursive: true, force: true });
  },
  front: async ({ backEnd }, use) => {
    const front = await openFrontSite(() => backEnd.port);
    await use(front);
    await front.close();
  },
  signIn: async ({ browser, front, relay, session }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (name) => {
      const context = await browser.newContext();
      contexts.push(context);
      if (relay) await context.addInitScript(() => Object.assign(window, { relayOnly: true }));
      await keepMedia(context);
      const heard: string[] = [];
      context.on('page', (page) => framesOf(page, 'framereceived', heard));
      const agent = await openAgentPage(context, session, front.origin);
      await signInAgent(agent, name);
      await expect(agent.page.getByRole('status', { name: 'Connection' })).toHaveText('Online');
      return createConsoleFaces(agent, heard);
    });
    for (const context of contexts) await context.close();
  },
  ann: async ({ signIn }, use) => use(await signIn('Ann')),
  putPage: async ({ front, session }, use) =>
    use((options = {}) => {
      const {
        parts = ['chat', 'av'],
        body = '',
        css = '',
        at = '/',
        headers = {},
        query,
        chatOrigin,
      } = options;
      const { pathname } = new URL(at, front.origin);
      const name = pathname.replace(/\W+/g, '-');
      const [style, pairing] = [`/page${name}.css`, `/pairing${name}.js`];
      const content: FacesContent = {
        session,
        parts,
        body,
        css: style,
        ...(query === undefined ? {} : { query }),
        ...(chatOrigin === undefined ? {} : { pairing }),
      };
      front.put(style, css);
      front.put('/page.js', facesScript);
      front.put(
        pairing,
        `cobrowseConfigurations = { ...cobrowseConfigurations, chatOrigin: '${chatOrigin ?? ''}' };`,
      );
      front.put(pathname, facesHtml(content, '/page.js'), headers);
      return at;
    }),
  openPage: async ({ context: own, front, putPage }, use) => {
    await keepMedia(own);
    await use(async (options = {}) => {
      const { context = own } = options;
      if (context !== own) await keepMedia(context);
      const at = putPage(options);
      const page = await context.newPage();
      const sent = framesOf(page, 'framesent');
      await page.goto(front.origin + at);
      return createCustomerFaces(page, sent);
    });
  },
  meet: async ({ ann }, use) =>
    use(async (customer) => {
      await customer.begin({ eCustName: 'Ada', pTopic: 'Cards' });
      await ann.accept('Ada');
      await customer.until('OnRemoteUserConnected');
      return customer;
    }),
  talk: async ({ meet, openPage }, use) => {
    const customer = await openPage();
    await customer.setAv();
    await use(await meet(customer));
  },
});

export { expect } from '@playwright/test';
