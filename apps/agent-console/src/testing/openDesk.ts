import type { AgentFrame, AgentRequest } from '@offhook/livechat';
import { createDesk } from '../desk/createDesk.js';
import { siteAddress } from '../desk/siteAddress.js';
import { ann } from './entries.js';
import { fakeMedia } from './fakeMedia.js';
import { fakeSocket, type FakeSocket } from './fakeSocket.js';
import { handClock } from './handClock.js';

/** Lets promises that are kept go on. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** A request of this kind, also where one type stands for several kinds. */
type Requested<T extends AgentRequest['t'], R = AgentRequest> = R extends { readonly t: AgentRequest['t'] }
  ? T extends R['t']
    ? R
    : never
  : never;

/**
 * A desk whose server is worked by hand.
 *
 * @param own calls and shown pages that were the page's own before it was loaded anew
 */
export function openDesk(
  ask: typeof fetch = () => Promise.reject(new TypeError('There is no network.')),
  own: readonly string[] = [],
) {
  const media = fakeMedia(own);
  const clock = handClock();
  const sockets: FakeSocket[] = [];
  const signedOut: string[] = [];
  let ids = 0;
  const desk = createDesk({
    address: siteAddress(new URL('http://localhost/agent?session=one')),
    signedIn: { token: 'token-1', agent: ann },
    onSignedOut: (why) => void signedOut.push(why),
    seat: 'seat-1',
    parts: media.parts,
    clock,
    random: () => 0,
    newId: () => `id-${(ids += 1)}`,
    openSocket() {
      const socket = fakeSocket();
      sockets.push(socket);
      return socket;
    },
    ask,
  });
  const socket = (): FakeSocket => {
    const last = sockets.at(-1);
    if (last === undefined) throw new Error('There is no connection.');
    return last;
  };
  const all = <T extends AgentRequest['t']>(t: T): readonly Requested<T>[] =>
    socket().sent.filter((request): request is Requested<T> => request.t === t);

  return {
    desk,
    media,
    clock,
    sockets,
    socket,
    signedOut,
    /** The requests of a kind on the last connection. */
    all,
    /** The last of them. */
    last<T extends AgentRequest['t']>(t: T): Requested<T> {
      const found = all(t).at(-1);
      if (found === undefined) throw new Error(`Nobody has asked ${t}.`);
      return found;
    },
    tell: (frame: AgentFrame) => socket().tell(frame),
    /** The connection opens, and hello is answered. */
    welcome() {
      socket().onopen?.();
      const n = all('hello')[0]?.n ?? 0;
      socket().tell({ t: 'welcome', n, v: 1, now: new Date(clock.now()).toISOString(), agent: ann });
    },
    /** Answers with ok. */
    async ok(n: number, more: Partial<Extract<AgentFrame, { readonly t: 'ok' }>> = {}) {
      socket().tell({ t: 'ok', n, ...more });
      await settled();
    },
  };
}
