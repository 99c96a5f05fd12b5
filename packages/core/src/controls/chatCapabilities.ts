import type { Offhook } from '../client.js';
import type { Capabilities, Capability } from '../model/capability.js';
import type { Chat } from '../model/chat.js';
import type { ChatAction } from '../model/chatCommand.js';

/** For each action on a chat, whether it can be done now, and if not, why. */
export type ChatCapabilities = Readonly<Record<ChatAction, Capability>>;

const noChat: Capability = { allowed: false, reason: 'invalid-state', text: 'There is no chat.' };

/** Those that need no chat: they look for one, begin one, or leave word without one. */
const alone = ['open', 'start', 'resetCaptcha', 'createCampaignContact'] as const;
/** Those on a chat that is there. */
const within = [
  'send',
  'sendApp',
  'resend',
  'setTyping',
  'end',
  'leave',
  'requestCallback',
  'upload',
] as const;

/** What can be done with this chat; `now` are the client's capabilities at this moment. */
export function chatCapabilities(
  client: Offhook,
  now: Capabilities,
  chat: Chat | undefined,
): ChatCapabilities {
  // The initial value tells nothing of what is so by now.
  const can = (action: ChatAction): Capability =>
    now === client.capabilities.initial
      ? now[`chat.${action}`]
      : client.can(`chat.${action}`, { chat, connector: chat?.connector ?? client.chatConnector });
  return Object.fromEntries([
    ...alone.map((action) => [action, can(action)] as const),
    ...within.map((action) => [action, chat ? can(action) : noChat] as const),
  ]) as ChatCapabilities;
}
