import type { Entry, NoticeCode } from '@offhook/livechat';
import type { DeskEntry } from '../../desk/wire/readEntry.js';

const joined = { accept: 'joined', invite: 'joined by invitation', transfer: 'joined by transfer' } as const;

const left = {
  leave: 'left',
  transfer: 'left by transfer',
  logout: 'signed out',
  lost: 'lost the connection and left',
} as const;

const notices: Readonly<Record<NoticeCode, string>> = {
  ErrorInGetAgentDetails: 'The agent’s details could not be had.',
  ErrorAgentDetails: 'The agent’s details were wrong.',
  NoStaffedAgents: 'Nobody was signed in.',
  QueueIsTooBig: 'Too many were waiting.',
  TimedOutInQueue: 'The customer has waited too long.',
  InternalServerError: 'Something went wrong in the chat service.',
};

const sides = { c: 'the customer', a: 'an agent', s: 'the chat service' } as const;

const why = {
  closed: 'The customer’s pages were closed: the chat has ended.',
  vanished: 'The customer didn’t come back: the chat has ended.',
  notice: 'The chat has ended.',
  cap: 'The chat service ended the chat: there were too many.',
} as const;

function endText({ by, reason, why: cause }: Extract<Entry, { readonly type: 'end' }>): string {
  if (by === 'agent') return 'An agent ended the chat.';
  if (by === 'server') return cause === undefined ? 'The chat service ended the chat.' : why[cause];
  const said = reason === undefined || reason === '' ? '' : ` Reason: ${reason}`;
  return `The customer ended the chat.${said}`;
}

/** The line for what happened; nothing for what somebody said, and for what needs none. A call's steps are told by `mediaLines`. */
export function lineText(entry: DeskEntry): string | undefined {
  switch (entry.type) {
    case 'connect':
      return `${entry.agent.name} ${joined[entry.how]}.`;
    case 'disconnect': {
      // Told by the end itself.
      if (entry.how === 'end') return undefined;
      const said = entry.text === undefined || entry.text === '' ? '.' : `: ${entry.text}`;
      return `${entry.agent.name} ${left[entry.how]}${said}`;
    }
    case 'callback': {
      const number = entry.number === undefined ? '' : ` to ${entry.number}`;
      return entry.ok
        ? `Callback${number} recorded, asked for by ${sides[entry.by]}.`
        : `Callback${number} not recorded: that is no telephone number.`;
    }
    case 'notice':
      return notices[entry.code];
    case 'end':
      return endText(entry);
    case 'start':
    case 'msg':
    case 'app':
    case 'file':
    case 'media':
    case 'unknown':
      return undefined;
  }
}
