import { report, trackedChat, type TrackedChat } from './trackedChat.js';
import type { Reports, TranslateContext } from './translateContext.js';
import { agentJoined, agentLeft, ended, queued, serverState, started } from './translateLife.js';
import { openFailed, opened } from './translateOpen.js';
import { appMessage, callback, history, message, notice, typing, uploaded } from './translateTalk.js';
import type { VendorEvent } from './vendorEvent.js';

/** What is said of one chat, once it is known which. */
type ChatEvent = Exclude<
  VendorEvent,
  { type: 'opened' | 'openFailed' | 'server' | 'captcha' | 'campaign' | 'startFailed' | 'fault' | 'progress' }
>;

function inChat(context: TranslateContext, chat: TrackedChat, event: ChatEvent, own: boolean): Reports {
  switch (event.type) {
    case 'started':
      return started(context, chat, event.sid);
    case 'queued':
      return queued(chat, event);
    case 'agentJoined':
      return agentJoined(context, chat, event);
    case 'agentLeft':
      return agentLeft(context, chat, event);
    case 'ended':
      return ended(context, chat, event);
    case 'message':
      return message(context, chat, event);
    case 'echo':
      return chat.transcript.echo(event.text, event);
    case 'typing':
      return typing(context, chat, event.on);
    case 'app':
      return appMessage(chat, event);
    case 'notice':
      return notice(chat, event.code);
    case 'callback':
      return callback(chat, event);
    case 'uploaded':
      return uploaded(context, chat, event, own);
    case 'history':
      return history(chat, event);
  }
}

/** How many events are kept of chats that nobody can name yet. */
const mostHeld = 200;

/** Turns the vendor's events into what the client is told. */
export interface Translator {
  /** @param own whether a file that was uploaded is one of this page's */
  take(event: VendorEvent, own?: boolean): Reports;
}

export function createTranslator(context: TranslateContext): Translator {
  const { chats, clock, multi, newId } = context;
  let held: readonly (readonly [ChatEvent, boolean])[] = [];

  /** A page of ours that started the chat past us: it is one of the client's all the same. */
  function adopted(event: VendorEvent): TrackedChat {
    const { sid, clientId } = event;
    return chats.add(trackedChat({ now: () => clock.now(), newId }, { sid, clientId }));
  }

  function take(event: ChatEvent, own: boolean): Reports {
    const found = chats.of(event.sid, event.clientId);
    const begins = event.type === 'started' && (!found || found.state === 'ended');
    const chat = begins ? adopted(event) : found;
    if (!chat) {
      // The vendor may tell later whose it is (P-25).
      if (multi && event.sid !== undefined) held = [...held, [event, own] as const].slice(-mostHeld);
      return [];
    }
    // The client is to find it by the id that has just been learnt.
    const news = chat.sid !== chat.toldSid;
    chat.toldSid = chat.sid;
    return [...(news ? [report(chat), ...due()] : []), ...inChat(context, chat, event, own)];
  }

  /** What was said before of chats that can be told now. */
  function due(): Reports {
    const before = held;
    held = [];
    return before.flatMap(([event, own]) => take(event, own));
  }

  return {
    take(event, own = false) {
      switch (event.type) {
        case 'opened':
          return [...opened(context, event.sessions), ...due()];
        case 'openFailed':
          return openFailed(context, event.code);
        case 'server':
          return serverState(context, event.online);
        case 'captcha':
          return [{ type: 'chat.captcha.reset' }];
        case 'campaign': {
          const { resultCode, resultMessage } = event;
          return [{ type: 'campaign.contact.created', resultCode, resultMessage }];
        }
        case 'startFailed':
        case 'fault':
        case 'progress':
          return [];
        default:
          return take(event, own);
      }
    },
  };
}
