import type { Capability, OffhookError } from '@offhook/core';
import type { IconName } from '../icons/icons.js';
import type { Texts } from '../texts/english.js';

/** A button below the messages. */
export interface ChatTool {
  readonly action: keyof Texts['chat']['tool'];
  readonly icon: IconName;
  readonly label: string;
  /** Its look. */
  readonly kind: string;
  /** Why it can't be used; the button then shows disabled. */
  readonly disabledBecause: string | undefined;
}

/** What the tools need to know of what can be done. */
export type ChatToolsCan = Readonly<Record<'upload' | 'requestCallback' | 'end', Capability>>;

/** What can be done in a chat beside writing, in the order of the buttons. */
export function chatTools(can: ChatToolsCan, texts: Texts): readonly ChatTool[] {
  const tool = (
    action: ChatTool['action'],
    icon: IconName,
    disabledBecause: string | undefined,
    kind = '',
  ): ChatTool => ({ action, icon, label: texts.chat.tool[action], kind, disabledBecause });

  const { notYet } = texts.chat;
  return [
    tool('attach', 'attach', whyNot(can.upload, texts)),
    tool('audioCall', 'dial', notYet),
    tool('videoCall', 'video', notYet),
    tool('shareScreen', 'screen', notYet),
    tool('cobrowse', 'cobrowse', notYet),
    tool('requestCallback', 'callback', whyNot(can.requestCallback, texts)),
    tool('end', 'leave', whyNot(can.end, texts), 'icon-button-danger icon-button-end'),
  ];
}

const whyNot = (capability: Capability, texts: Texts): string | undefined =>
  capability.allowed
    ? undefined
    : texts.reason(capability.reason satisfies OffhookError['code'], capability.text);
