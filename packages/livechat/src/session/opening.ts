import type { Asked, Refused } from '../link/pending.js';
import type { ReadView } from '../link/readFrame.js';
import { offlineAfterMs } from '../link/liveness.js';
import { startDetails } from './details.js';
import type { Room } from './room.js';
import { foldMedia } from '../media/foldMedia.js';
import { toSession } from './toSession.js';

const askAgainMs = 1_000;

const startCodes = new Set([
  'StartError',
  'ServerInternalConnectivityError',
  'AlreadyStartedAndInSession',
  'CookiesDisabled',
  'UnOpenedSessionPerformedStart',
  'CaptchaDoesNotMatch',
  'CaptchaNotFound',
  'CaptchaIsEmpty',
  'MaxConcurrentSessionCountReached',
  'AlreadyEndedSession',
]);
const openCodes = new Set(['CookiesDisabled', 'NoSessionFound', 'AlreadyEndedSession']);

/** The page is left: nobody is there to be told. */
export const closedCode = 'Closed';

/** Beginning, joining and leaving chats (rows T-63 to T-69). */
export interface Opening {
  start(details: unknown, bot: string | undefined, clientId: string | undefined): void;
  open(): void;
  /** Leaves one chat, or all. Not their end. */
  close(sid: string | undefined): void;
  /** Whether the server still has this page in a chat, or may have. */
  readonly inside: boolean;
  /** Forgets all chats without a word: the page is left. */
  abandon(): void;
}

/** The matrix itself (P-4) is the server's; this asks, and tells what came of it. */
export function createOpening(room: Room): Opening {
  const { chats, claims, emit, env, link } = room;
  let leaving = 0;
  // Counts the times that all was left: what was asked before is not shown after.
  let era = 0;

  function begin(clientId: string | undefined, sid: string, since: number): void {
    if (since === era) room.show({ sid, clientId, started: true, seq: 1 });
    emit('OnStartSuccess', [], { sid, clientId });
    room.changes.tell(sid);
    for (const frame of claims.release(sid)) room.take(frame);
  }

  function leaveOnServer(sid?: string): void {
    leaving += 1;
    const done = (): void => void (leaving -= 1);
    link.ask({ t: 'close', ...(sid === undefined ? {} : { sid }) }, { ok: done, no: done });
  }

  /** A start that may have been done before its connection broke: the chat is looked for. */
  function recover(clientId: string | undefined, since: number, failed: (code: string) => void): void {
    link.ask(
      { t: 'open' },
      {
        ok: ({ chats: views }) => {
          const strange = views.filter((view) => chats.get(view.sid) === undefined);
          const own = strange.find((view) => view.clientId === clientId);
          for (const view of strange) if (view !== own) leaveOnServer(view.sid);
          if (own === undefined) {
            failed('AlreadyStartedAndInSession');
            return;
          }
          begin(clientId, own.sid, since);
          room.take({ t: 'entries', sid: own.sid, clientId, entries: own.entries });
          claims.end();
        },
        no: ({ code }) => failed(code),
      },
    );
  }

  function start(given: unknown, bot: string | undefined, clientId: string | undefined): void {
    const since = era;
    const request: Extract<Asked, { t: 'start' }> = {
      t: 'start',
      details: startDetails(given, new Date(env.clock.now())),
      ...(bot === undefined ? {} : { bot }),
      ...(clientId === undefined ? {} : { clientId }),
    };
    let stopWatch: () => void = () => undefined;
    const failed = (code: string): void => {
      stopWatch();
      claims.end();
      if (code === closedCode) return;
      const known = startCodes.has(code)
        ? code
        : code === 'Unavailable'
          ? 'ServerInternalConnectivityError'
          : 'StartError';
      if (known !== code) env.note('warn', 'Start', code);
      emit('OnStartFailed', [known], { clientId });
    };
    claims.begin();
    const giveUp = link.ask(request, {
      ok: (answer) => {
        stopWatch();
        if (answer.sid === undefined) {
          failed('StartError');
          return;
        }
        begin(answer.clientId ?? clientId, answer.sid, since);
        claims.end();
      },
      no: (refused) => {
        stopWatch();
        if (refused.resent && refused.code === 'AlreadyStartedAndInSession') recover(clientId, since, failed);
        else failed(refused.code);
      },
    });
    // Who waits for a chat is told that there is no server, and can try later.
    const watch = (): void => {
      stopWatch = env.clock.setTimeout(() => {
        if (link.up) {
          watch();
          return;
        }
        giveUp();
        failed('ServerInternalConnectivityError');
      }, offlineAfterMs);
    };
    watch();
  }

  function opened(views: readonly ReadView[]): void {
    // A page with one chat shows the one that has no client id before any other.
    const shown =
      room.mode === 'multi' ? views : [views.find((view) => view.clientId === undefined) ?? views[0]];
    const sessions = shown.flatMap((view) => {
      if (view === undefined) return [];
      const { sid, clientId, seq } = view;
      const agents = view.agents.map(({ id }) => id);
      room.show({ sid, clientId, started: false, seq, agents, media: view.entries.reduce(foldMedia, {}) });
      return [toSession(view)];
    });
    for (const view of views) if (chats.get(view.sid) === undefined) leaveOnServer(view.sid);
    const [only] = sessions;
    if (only === undefined) emit('OnOpenFailed', ['NoSessionFound']);
    else emit('OnOpenSuccess', [room.mode === 'multi' ? sessions : only]);
    for (const { sid } of sessions) room.changes.tell(sid);
    for (const { sid } of sessions) for (const frame of claims.release(sid)) room.take(frame);
  }

  function open(): void {
    const since = era;
    const no = (refused: Refused): void => {
      claims.end();
      const { code, retryAfterMs } = refused;
      if (openCodes.has(code)) emit('OnOpenFailed', [code]);
      // No documented code says that the server is not able to tell now: it is asked again.
      else if (code === 'Unavailable' || code === 'TooMany')
        env.clock.setTimeout(() => {
          if (since === era) open();
        }, retryAfterMs ?? askAgainMs);
      else if (code !== closedCode) emit('OnInternalServerError', [code]);
    };
    claims.begin();
    link.ask(
      { t: 'open' },
      {
        ok: (answer) => {
          if (since === era) opened(answer.chats);
          claims.end();
        },
        no,
      },
    );
  }

  function forget(): void {
    era += 1;
    for (const { sid } of chats.all()) room.leave(sid);
  }

  return {
    start,
    open,
    close(sid) {
      if (sid !== undefined) {
        if (chats.get(sid) === undefined) return;
        room.leave(sid);
        leaveOnServer(sid);
        return;
      }
      if (chats.all().length === 0 && !claims.open) return;
      forget();
      leaveOnServer();
    },
    get inside() {
      return chats.all().length > 0 || claims.open || leaving > 0;
    },
    abandon: forget,
  };
}
