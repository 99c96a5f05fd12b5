import type { Chat, Message, OffhookEvent, VideoCall } from '@offhook/core';
import { english } from '../texts/english.js';
import { eventLine } from './eventLine.js';

const stamp = { seq: 1, at: 0, connector: 'chat' };
const chat = {
  id: 'chat:secret-id',
  agents: [{ id: 'secret-agent', name: 'Ann' }],
  queuePosition: 2,
  endedBy: 'agent',
} as unknown as Chat;
const message = { id: 'secret-message', author: 'Ann', text: 'My PIN is 1234' } as Message;
const line = (event: Partial<OffhookEvent>): string =>
  eventLine({ ...event, ...stamp } as OffhookEvent, english);

test('a chat’s event names who is in it or who did it, and never an id or what was written', () => {
  expect(line({ type: 'chat.queued', chat: { ...chat, agents: [] } })).toBe('chat.queued 2');
  expect(line({ type: 'chat.connected', chat })).toBe('chat.connected Ann');
  expect(line({ type: 'chat.message.received', chat, message })).toBe('chat.message.received Ann');
  expect(line({ type: 'chat.agent.left', chat, agent: { id: 'secret', name: 'Bo' } })).toBe(
    'chat.agent.left Bo',
  );
  expect(line({ type: 'chat.app-message', chat, author: 'Ann', text: 'My PIN' })).toBe(
    'chat.app-message Ann',
  );
});

test('it says what there is to know beside that', () => {
  expect(line({ type: 'chat.ended', chat })).toBe('chat.ended Ann agent');
  const failed = { ...chat, agents: [], failure: { code: 'StartError', text: 'Try again.' } };
  expect(line({ type: 'chat.failed', chat: failed })).toBe('chat.failed StartError');
  expect(line({ type: 'chat.typing', chat, typing: true })).toBe('chat.typing Ann on');
  expect(line({ type: 'chat.notice', chat, code: 'New', text: 'A note.' })).toBe('chat.notice Ann A note.');
  expect(line({ type: 'chat.callback', chat, by: 'agent', ok: false })).toBe('chat.callback Ann agent off');
  expect(line({ type: 'chat.history', chat, chats: [] })).toBe('chat.history Ann 0');
  const file = { name: 'a.pdf', size: 1, type: 'application/pdf' };
  expect(line({ type: 'chat.file.uploaded', chat, file, own: true })).toBe('chat.file.uploaded Ann a.pdf');
  const error = { code: 'NoSuchChat', text: 'It is over.' };
  expect(line({ type: 'chat.message.failed', chat, message: { ...message, error } })).toBe(
    'chat.message.failed Ann NoSuchChat',
  );
});

test('a call and what is shared say who it is with, and why it ended', () => {
  const call = { state: 'requested', by: 'agent', video: true } as VideoCall;
  expect(line({ type: 'video.requested', chat: { ...chat, video: call } })).toBe(
    'video.requested Ann Video call',
  );
  expect(line({ type: 'video.requested', chat: { ...chat, video: { ...call, video: false } } })).toBe(
    'video.requested Ann Audio call',
  );
  expect(line({ type: 'video.connected', chat })).toBe('video.connected Ann');
  const lost = { ...call, state: 'ended', endReason: 'lost' } as const;
  expect(line({ type: 'video.disconnected', chat: { ...chat, video: lost } })).toBe(
    'video.disconnected Ann lost',
  );
  expect(line({ type: 'screen.started', chat })).toBe('screen.started Ann');
  const screen = { state: 'ended', endReason: 'no-permission' } as const;
  expect(line({ type: 'screen.stopped', chat: { ...chat, screen } })).toBe(
    'screen.stopped Ann no-permission',
  );
  const cobrowse = { state: 'ended', endReason: 'hung-up', pointer: true, annotate: true } as const;
  expect(line({ type: 'cobrowse.disconnected', chat: { ...chat, cobrowse } })).toBe(
    'cobrowse.disconnected Ann hung-up',
  );
});

test('what is about no chat is told, too', () => {
  expect(line({ type: 'chat.captcha.reset' })).toBe('chat.captcha.reset');
  expect(line({ type: 'campaign.contact.created', resultCode: '0', resultMessage: 'Success' })).toBe(
    'campaign.contact.created Success',
  );
  expect(line({ type: 'protocol.violation', chatId: 'secret', from: 'ended', to: 'queued' })).toBe(
    'protocol.violation ended → queued',
  );
  expect(
    line({ type: 'protocol.violation', chatId: 'secret', media: 'video', from: 'ended', to: 'connected' }),
  ).toBe('protocol.violation video ended → connected');
});
