import { isOffhookError, type Command, type OffhookError } from '@offhook/core';
import { fakeLivechat, fakePage, type FakePage } from './fakeLivechat.js';
import { fakeMedia, type FakeMediaOptions } from './fakeMedia.js';
import { settle } from './settle.js';
import { connected, stage, type StageOptions } from './stage.js';

/** What became of a command so far. */
export interface Given {
  done: boolean;
  error: OffhookError | undefined;
}

/** A stage where an agent has come, with the vendor's scripts for calls and co-browsing to play. */
export async function mediaStage({ own, sids, ...options }: FakeMediaOptions & StageOptions = {}) {
  const vendor = options.vendor ?? fakeLivechat();
  const page = options.page ?? fakePage({ livechat: vendor.object });
  const media = fakeMedia(vendor, page, {
    ...(own === undefined ? {} : { own }),
    ...(sids === undefined ? {} : { sids }),
  });
  const set = await connected({ ...options, vendor, page });
  const { client, chatId } = set;

  /** Gives a command, and lets it reach the vendor. */
  async function give(command: Command): Promise<Given> {
    const given: Given = { done: false, error: undefined };
    client.execute(command).then(
      () => void (given.done = true),
      (error: unknown) => {
        if (isOffhookError(error)) given.error = error;
      },
    );
    await settle();
    return given;
  }

  async function after(act: () => void): Promise<void> {
    act();
    await settle();
  }

  return {
    ...set,
    media,
    give,
    after,
    video: () => set.chat()?.video,
    screen: () => set.chat()?.screen,
    cobrowse: () => set.chat()?.cobrowse,
    streams: () => client.streamsOf(chatId).value,
    /** Functions of the vendor's for calls and co-browsing that were called, in order. */
    asked: () => vendor.calls.map(([name]) => name).filter((name) => /Av|Cobr|Pause/.test(name)),
  };
}

/** The same tab after another page was loaded: the first has left the chat, which goes on, and the script is another. */
export async function reloaded(
  before: { readonly client: { close(): void }; readonly page: FakePage; readonly media: { leave(): void } },
  options: StageOptions = {},
) {
  before.media.leave();
  await settle();
  before.client.close();
  await settle();
  const vendor = fakeLivechat();
  const page = fakePage({ livechat: vendor.object }, new Map(before.page.stored));
  const media = fakeMedia(vendor, page, { own: 'before' });
  const agents = [{ name: 'Kim', id: 'kim-1' }];
  vendor.on('Open', () => vendor.fire('OnOpenSuccess', { agents, trans: [] }));
  const set = await stage({ ...options, vendor, page });
  await settle();
  return { ...set, media, chatId: set.chat()?.id ?? '' };
}

/** One where a call is connected. */
export async function inCall(options: FakeMediaOptions & StageOptions = {}) {
  const set = await mediaStage(options);
  const given = await set.give({ type: 'video.start', chatId: set.chatId });
  await set.after(() => set.media.connect());
  return { ...set, given };
}
