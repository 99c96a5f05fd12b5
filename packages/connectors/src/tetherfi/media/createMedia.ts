import type { MediaCommand } from '@offhook/core';
import type { TrackedChat } from '../trackedChat.js';
import { avConfig, type AvWants } from './avConfig.js';
import { callBook } from './callBook.js';
import type { MediaEvent } from './mediaEvent.js';
import type { MediaLink } from './mediaLink.js';
import { showBook } from './showBook.js';
import { showCommands } from './showCommands.js';
import { videoCommands } from './videoCommands.js';

/** Calls, and what the customer shows (rows T-75 to T-118). */
export interface Media {
  send(command: MediaCommand, chat: TrackedChat): Promise<void>;
  /** What our own script says through its slots. */
  hear(event: MediaEvent): void;
  /** Something changed in the chats: with the first that has an agent, what calls need is loaded. */
  changed(): void;
  ended(chat: TrackedChat): void;
  /** Stops listening; what goes on at the vendor's goes on. */
  close(): void;
}

const isVideo = (
  command: MediaCommand,
): command is Extract<MediaCommand, { readonly type: `video.${string}` }> =>
  command.type.startsWith('video.');

export function createMedia(link: MediaLink): Media {
  const { chats, closed, kept, scripts, streams, trace, video } = link;
  const calls = callBook(link);
  const shows = showBook(link);
  const call = videoCommands(link, calls);
  const show = showCommands(link, shows);
  /** Whether what calls need has been asked for, in the chat that goes on. */
  let prepared = false;

  /** What the call of before a reload was to have: it sends no more than it did. */
  function wantsBefore(): AvWants | undefined {
    const { chat, audio, video: picture } = kept.read('call');
    if (typeof chat !== 'string' || !chats.byId([chat])) return undefined;
    return { audio: audio !== false, video: picture !== false };
  }

  /** So that an agent's call is heard, and one of before a reload goes on. */
  async function prepare(): Promise<void> {
    const api = await scripts.video();
    // A call that was begun meanwhile has settings of its own.
    if (closed.aborted || chats.live.some((each) => calls.live(each))) return;
    const wants = wantsBefore() ?? { audio: true, video: true };
    trace('SetAvConfigs');
    api.call('SetAvConfigs', avConfig(video, wants, calls.display()));
  }

  return {
    send: (command, chat) => (isVideo(command) ? call(command, chat) : show.give(command, chat)),
    hear(event) {
      const chat = chats.of(event.sid, event.clientId);
      const other = chat?.sid === undefined && chat?.session !== undefined && chat.session !== event.sid;
      if (!chat || other) return trace(`${event.type} of a chat that is not known`);
      switch (event.type) {
        case 'avRequested':
          return calls.requested(chat, event.video);
        case 'avChanged':
          return calls.changed(chat, event.change);
        case 'cobrChanged':
          return shows.changed(chat, event.change);
      }
    },
    changed() {
      const talks = chats.live.some((each) => each.attached && each.state === 'connected');
      if (!talks || prepared) return;
      prepared = true;
      show.resume().catch(() => trace('The scripts for sharing were not loaded'));
      if (video.load === 'on-demand' && !wantsBefore()) return;
      // Not every host has them; a command that needs them says so.
      prepare().catch(() => trace('The scripts for calls were not loaded'));
    },
    ended(chat) {
      calls.chatEnded(chat);
      shows.chatEnded(chat);
      streams.forget(chat);
      if (chats.live.length === 0) for (const what of ['call', 'show'] as const) kept.write(what, undefined);
      prepared &&= chats.live.length > 0;
    },
    close() {
      calls.close();
      shows.close();
    },
  };
}
