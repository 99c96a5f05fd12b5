import type { Capability } from '@offhook/core';
import type { IconName } from '../icons/icons.js';
import type { Texts } from '../texts/english.js';
import { whyNot } from './whyNot.js';

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
export interface ChatToolsCan {
  readonly chat: Readonly<Record<'upload' | 'requestCallback' | 'end', Capability>>;
  /** Each of them starts something that the customer has to agree to. */
  readonly video: Readonly<Record<'start', Capability>>;
  readonly screen: Readonly<Record<'start', Capability>>;
  readonly cobrowse: Readonly<Record<'start', Capability>>;
}

/** What can be done in a chat beside writing, in the order of the buttons. */
export function chatTools(can: ChatToolsCan, texts: Texts): readonly ChatTool[] {
  const tool = (action: ChatTool['action'], icon: IconName, capability: Capability, kind = ''): ChatTool => ({
    action,
    icon,
    label: texts.chat.tool[action],
    kind,
    disabledBecause: whyNot(capability, texts),
  });

  return [
    tool('attach', 'attach', can.chat.upload),
    tool('audioCall', 'dial', can.video.start),
    tool('videoCall', 'video', can.video.start),
    tool('shareScreen', 'screen', can.screen.start),
    tool('cobrowse', 'cobrowse', can.cobrowse.start),
    tool('requestCallback', 'callback', can.chat.requestCallback),
    tool('end', 'leave', can.chat.end, 'icon-button-danger icon-button-end'),
  ];
}
