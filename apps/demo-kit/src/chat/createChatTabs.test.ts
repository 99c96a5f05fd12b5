import { createCurrent, type Chat, type Offhook } from '@offhook/core';
import { createChatTabs } from './createChatTabs.js';

function desk(atFirst: readonly Chat[] = []) {
  const all = createCurrent(atFirst);
  let count = 0;
  const tabs = createChatTabs({ chats: { all } } as unknown as Offhook, {
    next: () => `key-${(count += 1)}`,
  });
  return {
    tabs,
    /** The newest first, as the client has them. */
    set: (...chats: readonly Chat[]) => all.set(chats),
    shown: () => tabs.tabs.value.map(({ key, number, chat }) => [key, number, chat?.id]),
  };
}

const chat = (id: string, clientId?: string, state: Chat['state'] = 'queued'): Chat =>
  ({ id, state, ...(clientId !== undefined && { clientId }) }) as Chat;

test('there is a tab for the first chat, which becomes that chat’s', () => {
  const { tabs, set, shown } = desk();
  expect(shown()).toEqual([['key-1', 1, undefined]]);
  set(chat('a', 'key-1'));
  expect(shown()).toEqual([['key-1', 1, 'a']]);
  expect(tabs.selected.value).toBe('key-1');
});

test('another chat has a tab of its own, and the first keeps its number', () => {
  const { tabs, set, shown } = desk();
  set(chat('a', 'key-1'));
  tabs.add();
  expect(tabs.selected.value).toBe('key-2');
  set(chat('b', 'key-2'), chat('a', 'key-1', 'ended'));
  expect(shown()).toEqual([
    ['key-1', 1, 'a'],
    ['key-2', 2, 'b'],
  ]);
  tabs.select('key-1');
  expect(tabs.selected.value).toBe('key-1');
});

test('chats that go on from another page take the empty tab’s place, in the order of their coming', () => {
  const { tabs, set, shown } = desk();
  set(chat('idle', undefined, 'idle'));
  expect(shown()).toEqual([['key-1', 1, undefined]]);
  set(chat('b', 'client-b'), chat('a'));
  expect(shown()).toEqual([
    ['a', 1, 'a'],
    ['client-b', 2, 'b'],
  ]);
  expect(tabs.selected.value).toBe('a');
});

test('one that is there already has its tab from the start', () => {
  const { tabs } = desk([chat('a', 'client-a')]);
  expect(tabs.selected.value).toBe('client-a');
});

test('a chat that takes the place of one that is over shows in the same tab', () => {
  const { set, shown } = desk();
  set(chat('a', 'key-1', 'ended'));
  set(chat('b', 'key-1'), chat('a', 'key-1', 'ended'));
  expect(shown()).toEqual([['key-1', 1, 'b']]);
});
