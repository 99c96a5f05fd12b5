import { Failure } from '../http/failure.js';
import type { Asked } from '../link/pending.js';
import type { ReadAnswer } from '../link/readFrame.js';
import { insist } from './insist.js';
import type { Receipt } from './outgoing.js';
import { meant, type Room } from './room.js';

// More than the server takes of anything; a longer frame would only cost the connection.
const mostBytes = 256 * 1024;
const unopened = 'UnOpenedSessionNotAllowed';

/** What is said and asked in a chat (rows T-66, T-70 to T-74, T-125). All reject with a `Failure`. */
export interface Talking {
  send(msg: string, sid: string | undefined, id: string | undefined): Promise<Receipt>;
  app(kind: string, data: unknown, sid: string | undefined, id: string | undefined): Promise<Receipt>;
  typing(state: unknown, sid: string | undefined): void;
  /** Of one chat, or of all that the page shows (P-25). */
  end(reason: string | undefined, sid: string | undefined): Promise<void>;
  callback(contact: string, sid: string | undefined): Promise<void>;
  campaign(data: unknown): Promise<{ readonly resultCode: string; readonly resultMessage: string }>;
}

/** Talks in the room's chats. */
export function createTalking(room: Room): Talking {
  const { chats, emit, env, link } = room;
  const of = (sid: string | undefined): { sid?: string } => (sid === undefined ? {} : { sid });

  /** A page that has not opened the chat is told so by its event, too (P-4, T-160). */
  async function told<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Failure && error.code === unopened) emit('OnInternalServerError', [unopened]);
      throw error;
    }
  }

  function checked<R extends Asked>(request: R): R {
    let size: number;
    try {
      size = JSON.stringify(request).length;
    } catch {
      throw new Failure('BadRequest', 'This cannot be written as JSON.');
    }
    if (size > mostBytes) throw new Failure('BadRequest', 'This is too long.');
    return request;
  }

  const ask = async (request: Asked): Promise<ReadAnswer> =>
    await told(insist(link, env.clock, checked(request)));

  /** The chats that something without a name is for: all, or whatever the server thinks of a page that shows none. */
  const all = (sid: string | undefined): readonly (string | undefined)[] => {
    const shown = chats.all().map((chat) => chat.sid);
    return sid !== undefined ? [sid] : shown.length > 0 ? shown : [undefined];
  };

  async function callbackIn(number: string, sid: string | undefined): Promise<void> {
    const chat = chats.get(sid ?? '');
    const before = chat?.seq ?? 0;
    try {
      const { seq } = await ask({ t: 'callback', number, ...of(sid) });
      // The same callback as one that waits already (P-13): no entry tells of it again.
      if (seq !== undefined && seq <= before) emit('OnCallbackRequestStatus', [true, true], chat);
    } catch (error) {
      const code = error instanceof Failure ? error.code : '';
      if (code !== unopened && code !== 'NoSuchChat' && code !== 'Closed')
        emit('OnCallbackRequestStatus', [true, false], chat ?? { sid });
      throw error;
    }
  }

  return {
    async send(msg, sid, id = env.randomId()) {
      const to = meant(room, sid);
      const message = checked({ t: 'send' as const, id, msg, ...of(to) });
      room.typing.sent(to);
      return await told(room.outgoing.send(message));
    },
    async app(kind, data, sid, id = env.randomId()) {
      const message = { t: 'app' as const, id, kind, data: data ?? null, ...of(meant(room, sid)) };
      return await told(room.outgoing.send(checked(message)));
    },
    typing(state, sid) {
      const value = Number(state) === 0 ? 0 : 1;
      let to: string | undefined;
      try {
        to = meant(room, sid);
      } catch {
        return;
      }
      if (to !== undefined && chats.get(to) !== undefined) room.typing.notify(to, value);
      else
        link.ask(
          { t: 'typing', state: value, ...of(to) },
          {
            ok: () => undefined,
            no: ({ code }) => {
              if (code === unopened) emit('OnInternalServerError', [unopened]);
            },
          },
        );
    },
    async end(reason, sid) {
      const ends = all(sid).map(
        async (one) => await ask({ t: 'end', ...of(one), ...(reason === undefined ? {} : { reason }) }),
      );
      await Promise.all(ends);
    },
    async callback(contact, sid) {
      await Promise.all(all(sid).map(async (one) => await callbackIn(contact, one)));
    },
    async campaign(data) {
      let response: { resultCode: string; resultMessage: string };
      try {
        const answer = await ask({ t: 'campaign', data: data ?? null });
        response = { resultCode: answer.resultCode ?? '0', resultMessage: answer.resultMessage ?? 'Success' };
      } catch (error) {
        const failure = error instanceof Failure ? error : new Failure('BadRequest');
        if (failure.code !== 'Closed')
          emit('OnCampaignContactCreated', [{ resultCode: '1', resultMessage: failure.message }]);
        throw failure;
      }
      emit('OnCampaignContactCreated', [response]);
      return response;
    },
  };
}
