import { createChatWindow } from './createChatWindow.js';

function memory(first: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(first));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('the next page of the site shows the chat as this one did, where this one did', () => {
  const storage = memory();
  const first = createChatWindow({ session: 's', storage });
  expect(first.view.value).toBe('closed');
  first.open();
  first.moveTo({ x: -120, y: -30 });
  const second = createChatWindow({ session: 's', storage });
  expect([second.view.value, second.place.value]).toEqual(['open', { x: -120, y: -30 }]);
  second.minimise();
  expect(createChatWindow({ session: 's', storage }).view.value).toBe('minimised');
  expect(createChatWindow({ session: 'other', storage }).view.value).toBe('closed');
});

test('nothing is kept but how it is shown', () => {
  const storage = memory();
  createChatWindow({ session: 's', storage }).open();
  expect([...storage.kept]).toEqual([['offhook.chat.s', '{"view":"open","x":0,"y":0}']]);
});

test('a chat that goes on opens it, unless somebody has minimised it in this tab', () => {
  const chat = createChatWindow({ session: 's', storage: memory() });
  chat.show();
  expect([chat.view.value, chat.wantsFocus.value]).toEqual(['open', false]);
  chat.minimise();
  chat.show();
  expect(chat.view.value).toBe('minimised');
});

test('whoever opens it wants to write, until they can', () => {
  const chat = createChatWindow({ session: 's', storage: memory() });
  chat.open();
  expect(chat.wantsFocus.value).toBe(true);
  chat.focused();
  expect(chat.wantsFocus.value).toBe(false);
  chat.open();
  expect(chat.wantsFocus.value).toBe(true);
  chat.minimise();
  expect(chat.wantsFocus.value).toBe(false);
});

test.each([
  '',
  '{',
  'null',
  '{"view":"hidden","x":0,"y":0}',
  '{"view":"open","x":"1","y":0}',
  '{"view":"open"}',
])('what an older page left there does no harm: %s', (text) => {
  const storage = memory({ 'offhook.chat.s': text });
  const chat = createChatWindow({ session: 's', storage });
  expect([chat.view.value, chat.place.value]).toEqual(['closed', { x: 0, y: 0 }]);
});

test('without storage, and with one that is full, it works for as long as the page lives', () => {
  const full = {
    getItem: () => null,
    setItem() {
      throw new Error('QuotaExceededError');
    },
  };
  for (const storage of [undefined, full]) {
    const chat = createChatWindow({ session: 's', storage });
    chat.open();
    expect(chat.view.value).toBe('open');
  }
});
