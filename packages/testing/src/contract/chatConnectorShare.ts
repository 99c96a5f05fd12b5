import type { Cobrowse, CommandType, OffhookEvent, ScreenShare } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { CreateChatConnector, ScriptedChat, ScriptedShare } from './chatConnectorDriver.js';
import { inChatSession, type ChatSession } from './chatConnectorSession.js';
import { demand, demandSame } from './demand.js';
import { settle } from './settle.js';

type Kind = 'screen' | 'cobrowse';

const words: Readonly<
  Record<
    Kind,
    {
      readonly what: string;
      readonly start: CommandType & `${Kind}.start`;
      readonly stop: CommandType & `${Kind}.stop`;
      readonly began: OffhookEvent['type'];
      readonly ended: OffhookEvent['type'];
    }
  >
> = {
  screen: {
    what: 'the screen',
    start: 'screen.start',
    stop: 'screen.stop',
    began: 'screen.started',
    ended: 'screen.stopped',
  },
  cobrowse: {
    what: 'the page',
    start: 'cobrowse.start',
    stop: 'cobrowse.stop',
    began: 'cobrowse.connected',
    ended: 'cobrowse.disconnected',
  },
};

interface ShareSession extends ChatSession {
  readonly vendor: ScriptedShare;
  readonly scripted: ScriptedChat;
  readonly chatId: string;
  share(): ScreenShare | Cobrowse | undefined;
  /** Shows it, as the customer asks for. */
  show(): Promise<void>;
}

/** What the customer shows the agent, for a connector that can do it. */
export function chatConnectorShare(create: CreateChatConnector, kind: Kind): Behaviour[] {
  const { what, start, stop, began, ended } = words[kind];

  /** Runs one check in a chat with an agent. */
  const inShareSession = (check: (session: ShareSession) => Promise<void>): Promise<void> =>
    inChatSession(create, async (session) => {
      const { driver, begin, chat, client, give, until, say } = session;
      const vendor = driver[kind];
      demand(vendor !== undefined, `the driver says nothing of ${what}: give it \`${kind}\``);
      const scripted = await begin('connected');
      const chatId = chat()?.id ?? '';
      const share = (): ScreenShare | Cobrowse | undefined => client.chats.get(chatId).value?.[kind];
      await check({
        ...session,
        vendor,
        scripted,
        chatId,
        share,
        async show() {
          const given = await give({ type: start, chatId });
          await until(() => driver.told(start) === 1, `${start} reaches the vendor`);
          demand(share()?.state !== 'on', `${what} is shown before the vendor says so`);
          await say(() => vendor.on(scripted));
          await until(() => share()?.state === 'on', `${what} is shown`);
          await until(() => given.outcome() === 'done', `${start} is done`);
        },
      });
    });

  return [
    {
      name: `shows ${what} on demand until the customer stops it, tells the vendor and each step once`,
      check: () =>
        inShareSession(async ({ driver, vendor, scripted, chatId, share, show, give, say, until, count }) => {
          await show();
          demandSame(count(began), 1, `times that ${began} was told`);
          const given = await give({ type: stop, chatId });
          await until(() => driver.told(stop) === 1, `${stop} reaches the vendor`);
          await say(() => vendor.endedByCustomer(scripted));
          await until(() => share()?.state === 'ended', `${what} is shown no more`);
          await until(() => given.outcome() === 'done', `${stop} is done`);
          demandSame(share()?.endedBy, 'customer', 'who ended it');
          demandSame(driver.told(stop), 1, 'times that the vendor was told');
          demandSame(count(ended), 1, `times that ${ended} was told`);
        }),
    },
    {
      name: `shows ${what} no more when the agent ends that, and can show it again`,
      check: () =>
        inShareSession(async ({ client, vendor, scripted, chatId, share, show, say, until }) => {
          await show();
          await say(() => vendor.ended(scripted));
          await until(() => share()?.state === 'ended', `${what} is shown no more`);
          const chat = client.chats.get(chatId).value;
          demandSame(client.can(start, { chat }).allowed, true, 'can start again');
          demandSame(client.streamsOf(chatId).value.screen.length, 0, 'streams of what is shown no more');
        }),
    },
    {
      name: `shows ${what} no more when the chat ends, and gives everything back`,
      check: () =>
        inShareSession(async ({ client, driver, environment, scripted, share, show, say, until, count }) => {
          await show();
          await say(() => driver.ended(scripted));
          await until(() => share()?.state === 'ended', `${what} is shown no more`);
          demandSame(count(ended), 1, `times that ${ended} was told`);
          client.close();
          await settle();
          demandSame(driver.held(), 0, 'held after close');
          demandSame(environment.clock.pending, 0, 'timers pending after close');
        }),
    },
  ];
}
