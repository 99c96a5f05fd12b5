import type { Outcome } from '@offhook/core';
import { fakeStream } from '../fakeStream.js';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';

/** The video call of a chat: how it is, what can be done, and its pictures and sounds. */
export function bindingVideo(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'a video call of a chat is shown as reported, and controls act on it and stay the same functions',
      check: () =>
        inScene(async ({ phone, line, chat }) => {
          const mounted = await driver.mount(phone, 'videoCall', chat.id);
          const { accept, mute, hangUp } = mounted.current();
          demandSame(mounted.current().video, undefined, 'the call at first');
          await driver.act(() => chat.requestVideo());
          demandSame(mounted.current().video?.state, 'requested', 'the call that the agent asks for');
          demandSame(mounted.current().can.accept.allowed, true, 'can accept');
          await driver.act(async () => void (await accept({ video: false })));
          demandSame(mounted.current().video?.state, 'connected', 'the call that was accepted');
          demandSame(mounted.current().video?.cameraOff, true, 'the camera');
          await driver.act(async () => void (await mute()));
          demandSame(mounted.current().video?.muted, true, 'the microphone');
          const now = mounted.current();
          demand(
            now.accept === accept && now.mute === mute && now.hangUp === hangUp,
            'the functions are not the same functions',
          );
          await driver.act(async () => void (await hangUp()));
          demandSame(mounted.current().video?.state, 'ended', 'the call that was hung up');
          demandSame(mounted.current().can.hangUp.allowed, false, 'can hang up');
          demandSame(
            line.sent.map(({ type }) => type).join(', '),
            'video.accept, video.mute, video.hangUp',
            'commands',
          );
          await mounted.unmount();
        }),
    },
    {
      name: 'streams of a chat are handed over as they are: the very objects, the same while they stay, none at the end',
      check: () =>
        inScene(async ({ phone, chat }) => {
          const [own, remote] = [fakeStream('own'), fakeStream('kim')];
          const mounted = await driver.mount(phone, 'videoCall', chat.id);
          const beside = await driver.mount(phone, 'chat', chat.id);
          const none = mounted.current().streams;
          await driver.act(() => chat.streams({ local: [own], remote: [remote] }));
          const { streams } = mounted.current();
          demandSame(streams.remote[0], remote, 'the agent’s stream');
          demandSame(streams.local[0], own, 'the customer’s stream');
          demandSame(beside.updates(), 0, 'updates of the chat itself');
          await driver.act(() => chat.streams({ local: [own], remote: [remote] }));
          demandSame(mounted.current().streams, streams, 'the streams after the same were said twice');
          demandSame(mounted.updates(), 1, 'updates');
          await driver.act(() => chat.say('Can you see me?'));
          demandSame(mounted.current().streams, streams, 'the streams after a message');
          await driver.act(() => chat.end());
          demandSame(mounted.current().streams, none, 'the streams of a chat that is over');
          await mounted.unmount();
          await beside.unmount();
        }),
    },
    {
      name: 'what a video call refuses is an outcome, not a rejection, and shown as lastError',
      check: () =>
        inScene(async ({ phone, line, chat }) => {
          const mounted = await driver.mount(phone, 'videoCall', chat.id);
          const outcomes: Outcome[] = [];
          const { start, decline, setDevices } = mounted.current();
          for (const refused of [
            () => decline(),
            () => setDevices({}),
            () => start({ audio: false, video: false }),
          ])
            await driver.act(async () => void outcomes.push(await refused()));
          demandSameList(
            outcomes.map(({ ok }) => ok),
            [false, false, false],
            'whether it was done',
          );
          demandSame(mounted.current().lastError?.code, 'invalid-argument', 'lastError');
          demandSame(line.sent.length, 0, 'commands');
          await mounted.unmount();
        }),
    },
    {
      name: 'another id shows another chat’s video call and streams, and controls act on that',
      check: () =>
        inScene(async ({ phone, line, chat, queued, observed }) => {
          chat.requestVideo();
          chat.streams({ remote: [fakeStream('kim')] });
          queued.join('Lee');
          const mounted = await driver.mount(phone, 'videoCall', chat.id);
          demandSame(mounted.current().streams.remote.length, 1, 'streams');
          await mounted.setId(queued.id);
          demandSame(mounted.current().video, undefined, 'the other chat’s call');
          demandSame(mounted.current().streams.remote.length, 0, 'the other chat’s streams');
          await driver.act(async () => void (await mounted.current().start()));
          demandSame(
            JSON.stringify(line.sent),
            `[{"type":"video.start","chatId":"${queued.id}"}]`,
            'commands',
          );
          await mounted.unmount();
          demandSameList(observed(), [], 'observers');
        }),
    },
  ];
}
