import { OffhookError, type MediaCommand } from '@offhook/core';
import { isLive, keyOf, type TrackedChat } from '../trackedChat.js';
import { vendorFault, type VendorApi } from '../vendorApi.js';
import { cobrConfig, domControlList, readControls } from './cobrConfig.js';
import { cameToNothing, mediaEnd, notConnected } from './mediaCodes.js';
import { aboutMs, endMs, type MediaLink } from './mediaLink.js';
import { ownStream } from './ownStream.js';
import { guessedShowEnd, isShowOver, type Show, type ShowBook } from './showBook.js';

type ShowCommand = Extract<MediaCommand, { readonly type: `screen.${string}` | `cobrowse.${string}` }>;
type StartCommand = Extract<ShowCommand, { readonly type: `${string}.start` }>;

const late = 'It did not come about in time. Stop it, or wait for the agent.';

const goesOn = { screen: 'The screen is shared', cobrowse: 'The page is shown' } as const;

/** What can be asked for of what is shown. */
export interface ShowCommands {
  give(command: ShowCommand, chat: TrackedChat): Promise<void>;
  /** Goes on with what this tab showed before its page was loaded anew, where the vendor's script does. */
  resume(): Promise<void>;
}

/** Gives the vendor what is asked for of what is shown (rows T-90, T-105 to T-114). */
export function showCommands(link: MediaLink, book: ShowBook): ShowCommands {
  const { chats, closed, kept, multi, scripts, sidOf, trace, waiters } = link;
  let beginning = false;

  const busy = (): boolean => beginning || book.current !== undefined;

  /** The vendor knows of one at a time, whatever is shown. */
  function refuseSecond(): void {
    if (!busy()) return;
    const { current } = book;
    const what = current ? goesOn[current.kind] : 'Something is shown';
    throw new OffhookError(
      'invalid-state',
      `${what} already, and this vendor shows one thing at a time. Stop that first.`,
    );
  }

  async function ready(chat: TrackedChat): Promise<VendorApi> {
    refuseSecond();
    beginning = true;
    try {
      const api = await scripts.showing();
      if (!isLive(chat)) throw new OffhookError('session-ended', 'The chat ended before anything was shown.');
      if (chat.agents.length === 0) throw notConnected();
      return api;
    } finally {
      beginning = false;
    }
  }

  /** Ends it at the vendor's, which may have nothing to end. */
  function endAt(api: VendorApi): void {
    trace('EndCobr');
    api.call('EndCobr', true, true);
  }

  function configure(api: VendorApi, show: Show, command: StartCommand): void {
    const display = book.display(show);
    const stream = command.type === 'screen.start' ? command.stream : undefined;
    const own =
      stream &&
      ownStream(
        stream,
        (given) => (show.own = given),
        (end) => {
          if (isShowOver(show)) return;
          book.finish(show, end);
          try {
            endAt(api);
          } catch {
            trace('EndCobr failed');
          }
        },
      );
    const config = cobrConfig(link.video, link.screen, show.kind === 'screen', {
      ...display,
      ...(own && { OnAcquireCustomCanvasStream: own }),
    });
    const controls = command.type === 'cobrowse.start' ? command.controls : undefined;
    const { pointer, annotate } = show.told;
    kept.write('show', { chat: keyOf(show.chat), kind: show.kind, controls, pointer, annotate });
    trace('SetCobrConfigs');
    api.call('SetCobrConfigs', config, domControlList(controls), pointer, annotate);
  }

  async function resume(): Promise<void> {
    const { chat, kind, controls, pointer, annotate } = kept.read('show');
    const goesOn = typeof chat === 'string' && chats.byId([chat]);
    if (!goesOn || busy()) return;
    const api = await scripts.showing();
    // What was begun meanwhile has settings of its own.
    if (closed.aborted || busy()) return;
    const config = cobrConfig(link.video, link.screen, kind === 'screen', book.display());
    trace('SetCobrConfigs');
    api.call(
      'SetCobrConfigs',
      config,
      domControlList(readControls(controls)),
      pointer === true,
      annotate === true,
    );
  }

  async function start(command: StartCommand, chat: TrackedChat): Promise<void> {
    const api = await ready(chat);
    refuseSecond();
    const kind = command.type === 'screen.start' ? 'screen' : 'cobrowse';
    const { pointer = false, annotate = false } = command.type === 'cobrowse.start' ? command : {};
    const show = book.begin(chat, kind, { state: 'starting', pointer, annotate });
    const about = waiters.until(() => (show.was || isShowOver(show) ? true : undefined), aboutMs, late);
    about.catch(() => {});
    const fail = (thrown: unknown): OffhookError => {
      const fault = vendorFault('StartCobr', thrown);
      const { vendorCode: code } = fault;
      book.finish(show, mediaEnd(kind, 'failed', code === undefined ? {} : { code }));
      return fault;
    };
    try {
      configure(api, show, command);
      trace('StartCobr');
      // Which of several chats it is for has no place in the document (row T-192): our own script takes it here.
      const answer: unknown = api.call('StartCobr', ...(multi ? [sidOf(chat)] : []));
      if (answer instanceof Promise) answer.catch(fail);
    } catch (error) {
      throw fail(error);
    }
    await about;
    if (!show.was) throw cameToNothing(show.told);
  }

  async function stop(chat: TrackedChat, kind: Show['kind']): Promise<void> {
    const show = book.live(chat);
    if (show?.kind !== kind) throw new OffhookError('invalid-state', 'Nothing of that kind is shown.');
    const api = await scripts.showing();
    if (isShowOver(show)) return;
    show.asked = true;
    const giving = new AbortController();
    const over = waiters.until(() => (isShowOver(show) ? true : undefined), endMs, late, giving.signal);
    over.catch(() => {});
    try {
      endAt(api);
    } catch (error) {
      show.asked = false;
      giving.abort();
      throw error;
    }
    // A script that says nothing has ended it all the same.
    await over.catch((error: unknown) => {
      if (closed.aborted) throw error;
      book.finish(show, guessedShowEnd(show));
    });
  }

  return {
    resume,
    async give(command, chat) {
      switch (command.type) {
        case 'screen.start':
        case 'cobrowse.start':
          return start(command, chat);
        case 'screen.stop':
          return stop(chat, 'screen');
        case 'cobrowse.stop':
          return stop(chat, 'cobrowse');
      }
    },
  };
}
