import { OffhookError, type ChatRemark, type MediaEndReason } from '@offhook/core';
import { fields } from '../../read.js';
import { vendorFault } from '../vendorApi.js';

/** What goes on: a call, a screen that is shown, or a page that is. */
export type MediaKind = 'call' | 'screen' | 'cobrowse';

/** How it ended, as the client is told. */
export interface MediaEnd {
  readonly endReason: MediaEndReason;
  readonly endedBy?: 'customer' | 'agent' | 'server';
  readonly failure?: ChatRemark;
}

/** How it ended, as our own script tells it (`left`: the agent left the chat, or it ended; or the customer's page did). */
export interface ToldEnd {
  readonly by?: MediaEnd['endedBy'] | undefined;
  readonly why?: string | undefined;
  readonly code?: string | undefined;
}

const reasons: readonly string[] = [
  'hung-up',
  'declined',
  'unanswered',
  'no-permission',
  'no-device',
  'lost',
  'failed',
  'chat-ended',
] satisfies readonly MediaEndReason[];

const isReason = (why: string | undefined): why is MediaEndReason =>
  why !== undefined && reasons.includes(why);

/** Whether this page alone has left the chat, as when another page of the site follows: there it may go on. */
export const isPageLeft = ({ by, why }: ToldEnd): boolean => why === 'left' && by === 'customer';

type Texts = Readonly<Record<MediaKind, string>>;

const noAgent = 'No agent is in the chat. Wait until one has come, then try again.';

/** What to do about what went wrong. Of the other reasons there is nothing to say. */
const advice: Readonly<Record<string, Texts>> = {
  'no-permission': {
    call: 'The browser may not use the microphone or the camera. Allow them for this site, beside its address, then call again.',
    screen:
      'The screen was not allowed to be shared. Share again and choose what to show; where nothing is asked, allow it in the settings of the browser and of the computer.',
    cobrowse: 'The page was not allowed to be shown. Start again and allow it.',
  },
  'no-device': {
    call: 'No microphone or camera was found, or another program uses it. Connect one, or close that program, then call again.',
    screen: 'There is no screen that this browser can share. Try another browser.',
    cobrowse: 'There is nothing that this browser can show. Try another browser.',
  },
  unanswered: {
    call: 'Nobody took the call in time. Call again, or write in the chat.',
    screen: 'Nobody was there to see the screen. Share again, or write in the chat.',
    cobrowse: 'Nobody was there to see the page. Start again, or write in the chat.',
  },
  declined: {
    call: 'The call was declined. Write in the chat.',
    screen: 'The agent does not want to see the screen now. Write in the chat.',
    cobrowse: 'The agent does not want to see the page now. Write in the chat.',
  },
  lost: {
    call: 'The connection of the call was lost. Check the network, then call again.',
    screen:
      'The connection was lost, and the screen is not shared any more. Check the network, then share again.',
    cobrowse:
      'The connection was lost, and the page is not shown any more. Check the network, then start again.',
  },
  failed: {
    call: 'The call did not come about. Try again, or write in the chat.',
    screen: 'The screen could not be shared. Try again, or write in the chat.',
    cobrowse: 'The page could not be shown. Try again, or write in the chat.',
  },
  NotConnected: { call: noAgent, screen: noAgent, cobrowse: noAgent },
};

const elsewhere: ChatRemark = {
  code: 'elsewhere',
  text: 'This goes on in another tab or window of this site. End it there.',
};

/** What only who asked has to do something about. */
const ofWhoAsked: readonly MediaEndReason[] = ['declined', 'unanswered'];

/** What an end is told by. */
interface EndFacts extends Pick<ToldEnd, 'by' | 'code'> {
  /** Whether the agent asked for it; else the customer. */
  readonly agentAsked?: boolean;
}

/** Why something failed, as it is shown: by a code of the vendor's where it has one. */
function remark(kind: MediaKind, reason: MediaEndReason, code: string | undefined): ChatRemark | undefined {
  const own = code !== undefined && Object.hasOwn(advice, code) ? advice[code] : undefined;
  const text = (own ?? advice[reason])?.[kind];
  return text === undefined ? undefined : { code: code ?? reason, text };
}

/** An end of this kind; with what to do about it, where there is something. */
export function mediaEnd(
  kind: MediaKind,
  endReason: MediaEndReason,
  { by, code, agentAsked = false }: EndFacts = {},
): MediaEnd {
  const theirs = agentAsked && ofWhoAsked.includes(endReason);
  const failure = theirs ? undefined : remark(kind, endReason, code);
  return {
    endReason,
    ...(by === undefined ? {} : { endedBy: by }),
    ...(failure === undefined ? {} : { failure }),
  };
}

/**
 * What our script says of an end.
 *
 * @param agentAsked whether the agent asked for what ended
 * @param chatOver whether the chat is over by now
 */
export function toldEnd(
  kind: MediaKind,
  { by, why, code }: ToldEnd,
  agentAsked: boolean,
  chatOver: boolean,
): MediaEnd {
  if (code !== undefined) return mediaEnd(kind, 'failed', { by, code });
  // It was taken, or goes on, at another page of the customer's.
  if (why === undefined)
    return { endReason: 'hung-up', ...(by === undefined ? {} : { endedBy: by }), failure: elsewhere };
  if (why !== 'left') return mediaEnd(kind, isReason(why) ? why : 'failed', { by, agentAsked });
  if (chatOver) return mediaEnd(kind, 'chat-ended', { by });
  // The agent who spoke is gone, and the chat waits for another; or the customer's page is.
  return mediaEnd(kind, 'hung-up', { by: by === 'customer' ? by : 'agent' });
}

/** Why something that was asked for did not come about, as an error. */
export function cameToNothing({ endReason, endedBy, failure }: Partial<MediaEnd>): OffhookError {
  if (failure) return new OffhookError('vendor-error', failure.text, { vendorCode: failure.code });
  return new OffhookError(
    'invalid-state',
    endReason === 'hung-up' && endedBy === 'customer'
      ? 'It was ended before it came about.'
      : 'It ended before it came about. Try again while the chat goes on.',
  );
}

/** What our script rejected with, as an error with advice where its code is a reason. */
export function mediaFault(name: string, thrown: unknown): OffhookError {
  const { code } = fields(thrown);
  const failure = typeof code === 'string' && isReason(code) ? remark('call', code, undefined) : undefined;
  return failure ? cameToNothing({ failure }) : vendorFault(name, thrown);
}

/** No agent is there who could take part (P-17, P-20). */
export const notConnected = (): OffhookError => new OffhookError('invalid-state', noAgent);
