import type { VideoCall } from '@offhook/core';
import { fakeStream } from '../fakeStream.js';
import type { Behaviour } from './behaviour.js';
import type { CreateChatConnector, ScriptedChat, ScriptedVideo } from './chatConnectorDriver.js';
import { inChatSession, type ChatSession } from './chatConnectorSession.js';
import { demand, demandSame } from './demand.js';
import { settle } from './settle.js';

interface VideoSession extends ChatSession {
  readonly vendor: ScriptedVideo;
  readonly scripted: ScriptedChat;
  readonly chatId: string;
  video(): VideoCall | undefined;
  /** The agent's streams. */
  remote(): readonly MediaStream[];
  /** A call that the customer asked for, and that is connected. */
  connect(): Promise<MediaStream>;
}

/** Runs one check in a chat with an agent. */
const inVideoSession = (
  create: CreateChatConnector,
  check: (session: VideoSession) => Promise<void>,
): Promise<void> =>
  inChatSession(create, async (session) => {
    const { driver, begin, chat, client, give, until, say } = session;
    const { video: vendor } = driver;
    demand(vendor !== undefined, 'the driver says nothing of video calls: give it `video`');
    const scripted = await begin('connected');
    const chatId = chat()?.id ?? '';
    const video = (): VideoCall | undefined => client.chats.get(chatId).value?.video;
    await check({
      ...session,
      vendor,
      scripted,
      chatId,
      video,
      remote: () => client.streamsOf(chatId).value.remote,
      async connect() {
        const stream = fakeStream('agent');
        await give({ type: 'video.start', chatId });
        await until(() => driver.told('video.start') === 1, 'video.start reaches the vendor');
        await say(() => vendor.connected(scripted, stream));
        await until(() => video()?.state === 'connected', 'the call is connected');
        return stream;
      },
    });
  });

/** Audio and video with the agent, for a connector that can do it. */
export function chatConnectorVideo(create: CreateChatConnector): Behaviour[] {
  return [
    {
      name: 'shows a call that the customer asks for from its beginning to its end, with the agent’s stream, each step told once',
      check: () =>
        inVideoSession(
          create,
          async ({ driver, vendor, scripted, chatId, video, remote, say, give, until, count }) => {
            const stream = fakeStream('agent');
            const start = await give({ type: 'video.start', chatId });
            await until(() => driver.told('video.start') === 1, 'video.start reaches the vendor');
            demand(video()?.state !== 'connected', 'the call is connected before the agent has taken it');
            demandSame(start.outcome(), 'open', 'video.start before the agent has taken it');
            await say(() => vendor.connected(scripted, stream));
            await until(() => video()?.state === 'connected', 'the call is connected');
            await until(() => start.outcome() === 'done', 'video.start is done');
            demandSame(video()?.by, 'customer', 'who asked for it');
            demandSame(remote()[0], stream, 'the agent’s stream');
            await say(() => vendor.ended(scripted));
            await until(() => video()?.state === 'ended', 'the call is over');
            demandSame(remote().length, 0, 'streams of a call that is over');
            for (const type of ['video.connected', 'video.disconnected'] as const)
              demandSame(count(type), 1, `times that ${type} was told`);
          },
        ),
    },
    {
      name: 'shows a call that the agent asks for, and takes it when the customer does, not before',
      check: () =>
        inVideoSession(
          create,
          async ({ driver, vendor, scripted, chatId, video, say, give, until, count }) => {
            await say(() => vendor.requested(scripted));
            await until(() => video()?.state === 'requested', 'the call is asked for');
            demandSame(video()?.by, 'agent', 'who asked for it');
            demandSame(count('video.requested'), 1, 'times that video.requested was told');
            demandSame(driver.told('video.accept'), 0, 'calls taken by nobody');
            const accept = await give({ type: 'video.accept', chatId });
            await until(() => driver.told('video.accept') === 1, 'video.accept reaches the vendor');
            await say(() => vendor.connected(scripted, fakeStream('agent')));
            await until(() => accept.outcome() === 'done', 'video.accept is done');
            demandSame(video()?.state, 'connected', 'the state');
            demandSame(driver.told('video.accept'), 1, 'times that the vendor was told');
          },
        ),
    },
    {
      name: 'hangs up on demand, tells the vendor once, and knows that the customer did it',
      check: () =>
        inVideoSession(
          create,
          async ({ driver, vendor, scripted, chatId, video, say, give, until, connect, count }) => {
            await connect();
            const hangUp = await give({ type: 'video.hangUp', chatId });
            await until(() => driver.told('video.hangUp') === 1, 'video.hangUp reaches the vendor');
            await say(() => vendor.endedByCustomer(scripted));
            await until(() => video()?.state === 'ended', 'the call is over');
            await until(() => hangUp.outcome() === 'done', 'video.hangUp is done');
            demandSame(video()?.endedBy, 'customer', 'who ended it');
            const again = await give({ type: 'video.hangUp', chatId });
            demandSame(again.result()?.by, 'already', 'hanging up again');
            demandSame(driver.told('video.hangUp'), 1, 'times that the vendor was told');
            demandSame(count('video.disconnected'), 1, 'times that video.disconnected was told');
          },
        ),
    },
    {
      name: 'ends a call with its chat, and hears nothing of it then',
      check: () =>
        inVideoSession(
          create,
          async ({ client, driver, vendor, scripted, chatId, video, remote, say, until, connect, count }) => {
            await connect();
            await say(() => driver.ended(scripted));
            await until(() => client.chats.get(chatId).value?.state === 'ended', 'the chat has ended');
            demandSame(video()?.state, 'ended', 'the call of a chat that is over');
            await say(() => vendor.ended(scripted));
            await say(() => vendor.connected(scripted, fakeStream('late')));
            demandSame(video()?.state, 'ended', 'the call after a late frame');
            demandSame(remote().length, 0, 'streams of a chat that is over');
            demandSame(count('video.disconnected'), 1, 'times that video.disconnected was told');
          },
        ),
    },
    {
      name: 'gives everything back on close in the middle of a call',
      check: () =>
        inVideoSession(create, async ({ client, driver, environment, connect }) => {
          await connect();
          client.close();
          await settle();
          demandSame(driver.held(), 0, 'held after close');
          demandSame(environment.clock.pending, 0, 'timers pending after close');
        }),
    },
  ];
}
