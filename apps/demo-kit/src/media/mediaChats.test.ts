import type { Chat, VideoCall } from '@offhook/core';
import { mediaChats } from './mediaChats.js';

const chat = (id: string, facts: Partial<Chat> = {}): Chat => ({ id, ...facts }) as Chat;
const video = (state: VideoCall['state']): VideoCall => ({ state }) as VideoCall;

test('of several chats the selected one shows, and any in which something goes on', () => {
  const tabs = [
    chat('x:quiet'),
    chat('x:over', { video: video('ended') }),
    chat('x:call', { video: video('requested') }),
    chat('x:page', { cobrowse: { state: 'on', pointer: true, annotate: true } }),
    chat('x:selected', { video: video('ended') }),
  ].map((each, index) => ({ key: each.id, number: index + 1, chat: each }));
  expect(mediaChats([...tabs, { key: 'new', number: 6, chat: undefined }], 'x:selected')).toEqual([
    'x:call',
    'x:page',
    'x:selected',
  ]);
  expect(mediaChats([{ key: 'new', number: 1, chat: undefined }], 'new')).toEqual([]);
});
