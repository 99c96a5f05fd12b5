import { OffhookError, type Acknowledgement, type ChatCommand } from '@offhook/core';
import { withSid, type ChatLink } from './chatLink.js';
import { chatOutbox, type ChatOutboxOptions } from './outbox.js';
import type { Outgoing } from './outgoing.js';
import { keyOf, type TrackedChat } from './trackedChat.js';
import { transmit } from './transmit.js';

type SendCommand = Extract<ChatCommand, { type: 'chat.send' | 'chat.sendApp' }>;

/** What goes out into chats. */
export interface Talking {
  /** Resolves when it is kept: it shows as `pending`, and is sent by itself. */
  send(chat: TrackedChat, command: SendCommand): Promise<Acknowledgement>;
  resend(chat: TrackedChat, id: string): Promise<Acknowledgement>;
  setTyping(chat: TrackedChat, on: boolean): Promise<void>;
  /** This page can send into that chat now: what was left of it shows, and goes out. */
  attached(chat: TrackedChat): void;
  ended(chat: TrackedChat): void;
  close(): void;
}

/** How often it is looked whether what was left may be sent here, in milliseconds. */
const nudgeMs = 2_000;

const notHere = (): OffhookError =>
  new OffhookError('not-ready', 'This page takes no part in the chat now. Open it.');

export function createTalking(
  link: ChatLink,
  outbox: Pick<ChatOutboxOptions, 'name' | 'tabs' | 'ids'>,
  online: () => boolean,
): Talking {
  const { chats, clock, closed, emit, load, newId, trace } = link;
  const nudges = new Map<string, () => void>();
  /** What this page has written, for a second try. */
  const written = new Map<string, Outgoing>();

  const box = chatOutbox({
    ...outbox,
    clock,
    deliver(key, item, signal) {
      const chat = chats.byId([key]);
      return chat ? transmit(link, chat, item, online, signal) : Promise.reject(notHere());
    },
    failed(key, { id }, error) {
      const chat = chats.byId([key]);
      const remark = { code: error.vendorCode ?? error.code, text: error.message };
      if (chat) tell(() => chat.transcript.fail(id, remark));
    },
    changed(key) {
      const chat = chats.byId([key]);
      // Another tab may have sent it, in vain.
      if (chat && chat.transcript.pending().length > 0) void learn(key, chat);
    },
  });

  function tell(reports: () => Parameters<ChatLink['emit']>[0]): void {
    const told = closed.aborted ? [] : reports();
    if (told.length > 0) emit(told);
  }

  async function learn(key: string, chat: TrackedChat): Promise<void> {
    const { failed } = await box.kept(key);
    tell(() => failed.flatMap(({ id, error }) => chat.transcript.fail(id, error)));
  }

  function stop(key: string): void {
    nudges.get(key)?.();
    nudges.delete(key);
  }

  /** What another page left waits for its next try: it is made here, until nothing is left. */
  async function push(key: string): Promise<void> {
    stop(key);
    const { items } = await box.kept(key);
    if (items.length === 0 || closed.aborted || chats.byId([key])?.attached !== true) return;
    box.nudge(key);
    nudges.set(
      key,
      clock.setTimeout(() => void push(key).catch(() => {}), nudgeMs),
    );
  }

  async function restore(key: string, chat: TrackedChat): Promise<void> {
    const { items, failed } = await box.kept(key);
    if (chat.state === 'ended') return;
    for (const each of failed) written.set(each.id, each);
    tell(() => [
      ...items.flatMap((item) => chat.transcript.restore(item)),
      ...failed.flatMap((item) => [
        ...chat.transcript.write(item),
        ...chat.transcript.fail(item.id, item.error),
      ]),
    ]);
    await push(key);
  }

  async function put(chat: TrackedChat, item: Outgoing): Promise<Acknowledgement> {
    const key = keyOf(chat);
    written.set(item.id, item);
    tell(() => chat.transcript.write(item));
    try {
      await box.add(key, item);
    } catch {
      const text = 'This could not be kept for sending. Send it again.';
      tell(() => chat.transcript.fail(item.id, { code: 'aborted', text }));
      throw new OffhookError('aborted', text);
    }
    return { chat: key, message: item.id };
  }

  async function setTyping(chat: TrackedChat, on: boolean): Promise<void> {
    const api = await load();
    chat.writing = on;
    trace('NotifyTypingStateChange');
    // 0 is “started” and 1 is “stopped” (row T-73).
    const answer = api.call('NotifyTypingStateChange', ...withSid(link, chat, on ? 0 : 1));
    // Nobody misses it.
    if (answer instanceof Promise) answer.catch(() => {});
  }

  return {
    setTyping,
    send(chat, command) {
      // Whoever has sent is not writing any more (P-21).
      if (chat.writing) void setTyping(chat, false).catch(() => {});
      const common = { id: newId(), at: clock.now() };
      return put(
        chat,
        command.type === 'chat.send'
          ? { ...common, kind: 'text', text: command.text }
          : { ...common, kind: 'app', name: command.name, data: command.data },
      );
    },
    async resend(chat, id) {
      const kept = await box.kept(keyOf(chat));
      const item = kept.failed.find((each) => each.id === id) ?? written.get(id);
      if (!item || chat.transcript.isSent(id)) {
        throw new OffhookError('invalid-argument', 'There is no message with this id that failed.');
      }
      const { id: own, kind, text, name, data, at } = item;
      return put(chat, {
        id: own,
        kind,
        at,
        ...(text === undefined ? {} : { text }),
        ...(name === undefined ? {} : { name, data }),
      });
    },
    attached: (chat) => void restore(keyOf(chat), chat).catch(() => {}),
    ended(chat) {
      stop(keyOf(chat));
      void box.clear(keyOf(chat)).catch(() => {});
    },
    close() {
      for (const key of [...nudges.keys()]) stop(key);
      box.close();
    },
  };
}
