import {
  combine,
  createCurrent,
  systemIds,
  type Chat,
  type Current,
  type Ids,
  type Offhook,
} from '@offhook/core';

/** One of several chats. */
export interface ChatTab {
  /** Its own for as long as the page lives; what begins in it is started with this as its `clientId`. */
  readonly key: string;
  /** From 1, in the order of their coming. */
  readonly number: number;
  /** The chat, once there is one. */
  readonly chat: Chat | undefined;
}

/** Several chats at once, each in a tab. There is always one. */
export interface ChatTabs {
  readonly tabs: Current<readonly ChatTab[]>;
  readonly selected: Current<string>;
  select(key: string): void;
  /** Another tab, for a chat that has yet to begin. */
  add(): void;
}

/** The tabs of a page with several chats, for as long as the client lives. What goes on from another page has one, too. */
export function createChatTabs(client: Offhook, ids: Ids = systemIds): ChatTabs {
  const first = ids.next();
  const order = createCurrent<readonly string[]>([first]);
  const selected = createCurrent(first);

  function meet(chats: readonly Chat[]): void {
    const begun = chats.filter(hasBegun).map(keyOf);
    const strangers = begun.filter((key) => !order.value.includes(key)).reverse();
    if (strangers.length === 0) return;
    // The first tab was there for want of a chat.
    const isUnused = order.value.length === 1 && order.value[0] === first && !begun.includes(first);
    order.set([...(isUnused ? [] : order.value), ...strangers]);
    if (isUnused) selected.set(strangers[0] ?? first);
  }

  client.chats.all.listen(meet);
  meet(client.chats.all.value);

  return {
    tabs: combine([client.chats.all, order], (chats, keys): readonly ChatTab[] =>
      // Of several with one key the newest, which took the others' place.
      keys.map((key, index) => ({ key, number: index + 1, chat: chats.find((chat) => keyOf(chat) === key) })),
    ),
    selected,
    select: (key) => selected.set(key),
    add() {
      const key = ids.next();
      order.set([...order.value, key]);
      selected.set(key);
    },
  };
}

const keyOf = ({ clientId, id }: Chat): string => clientId ?? id;

const hasBegun = ({ state }: Chat): boolean => state !== 'idle' && state !== 'opening';
