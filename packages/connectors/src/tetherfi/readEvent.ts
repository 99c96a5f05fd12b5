import { fields, text } from '../read.js';
import { slotArguments, type SidPosition, type SlotShape } from './slotArguments.js';
import type { VendorEvent } from './vendorEvent.js';
import {
  count,
  flag,
  idOf,
  moment,
  plainData,
  readFile,
  readHistory,
  readSessions,
  stamp,
  unpacked,
  words,
} from './wire.js';

/** An event without its chat's ids. */
type Body<E = VendorEvent> = E extends unknown ? Omit<E, 'sid' | 'clientId'> : never;

type Reader = (doc: readonly unknown[], extra: readonly unknown[]) => Body | undefined;

interface Slot extends SlotShape {
  readonly read: Reader;
}

/** A code of the vendor's: a word. */
const code = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w .-]{1,128}$/.test(value) ? value : undefined;

const coded =
  (type: 'startFailed' | 'openFailed' | 'notice' | 'fault'): Reader =>
  ([given]) => {
    const known = code(given);
    return known === undefined ? undefined : { type, code: known };
  };

const readEnd: Reader = ([initiator, reason], [by]) =>
  initiator === 'server' || initiator === 'client' || initiator === 'lib'
    ? { type: 'ended', initiator, reason: words(reason), byAgent: by === 'agent' }
    : undefined;

const readJoin: Reader = ([name, agentId, session]) => {
  const [called, id] = [text(name), idOf(agentId)];
  if (called === undefined && id === undefined) return undefined;
  const common = { name: called ?? String(id), id: id ?? String(called) };
  return { type: 'agentJoined', ...common, session: idOf(session) };
};

const typing: Reader = ([state], [name]) => {
  const said = flag(state);
  // 0 is “started” and 1 is “stopped” (row T-165).
  return said === undefined ? undefined : { type: 'typing', on: !said, name: text(name) };
};

/** The slots of the document: how their arguments are laid out, and what they mean (rows T-127 to T-173). */
const slots: Readonly<Record<string, Slot>> = {
  OnStartSuccess: { count: 0, adds: 'clientId', read: () => ({ type: 'started' }) },
  OnStartFailed: { count: 1, adds: 'sid', read: coded('startFailed') },
  OnOpenSuccess: {
    count: 1,
    adds: 'none',
    read: ([given]) => {
      const sessions = readSessions(given);
      return sessions && { type: 'opened', sessions };
    },
  },
  OnOpenFailed: { count: 1, adds: 'none', read: coded('openFailed') },
  OnEnd: { count: 2, adds: 'sid', read: readEnd },
  OnRemoteUserConnected: { count: 3, adds: 'clientId', read: readJoin },
  OnSystemNotification: { count: 1, adds: 'sid', read: coded('notice') },
  OnCallbackAutoRegistered: { count: 1, adds: 'sid', read: coded('notice') },
  OnCallbackRequestStatus: {
    count: 2,
    adds: 'sid',
    read: ([isCustomerReq, status]) => {
      const [byCustomer, ok] = [flag(isCustomerReq), flag(status)];
      return byCustomer === undefined || ok === undefined ? undefined : { type: 'callback', byCustomer, ok };
    },
  },
  OnInternalServerError: { count: 1, adds: 'none', read: coded('fault') },
  OnCallQueued: {
    count: 1,
    adds: 'sid',
    read: ([position]) => ({ type: 'queued', position: count(position) }),
  },
  OnMessageReceived: {
    count: 1,
    adds: 'sid',
    read: ([msg], [id, seq, time, name]) => {
      const said = words(msg);
      return said === undefined
        ? undefined
        : { type: 'message', text: said, name: text(name), ...stamp(id, seq, time) };
    },
  },
  OnEcho: {
    count: 1,
    adds: 'sid',
    read: ([msg], [id, seq, time]) => {
      const said = words(msg);
      return said === undefined ? undefined : { type: 'echo', text: said, ...stamp(id, seq, time) };
    },
  },
  OnTypingStateChanged: { count: 1, adds: 'sid', read: typing },
  OnAppMessageReceived: {
    count: 2,
    adds: 'sid',
    read: ([agent, msg], [id, seq, time]) => {
      const data = plainData(msg);
      if (typeof agent !== 'string' || data === undefined) return undefined;
      return { type: 'app', name: text(agent), data, ...stamp(id, seq, time) };
    },
  },
  OnConferenceUserLeft: {
    count: 2,
    adds: 'sid',
    read: ([agent, msg], [agentId, seq, time]) => {
      const name = text(agent);
      if (name === undefined) return undefined;
      return {
        type: 'agentLeft',
        name,
        text: words(msg),
        id: idOf(agentId),
        seq: count(seq),
        at: moment(time),
      };
    },
  },
  OnHistoryReceived: {
    count: 1,
    adds: 'sid',
    read: ([history]) => {
      const chats = readHistory(history);
      return chats && { type: 'history', chats };
    },
  },
  OnServerStateChanged: {
    count: 1,
    adds: 'none',
    read: ([state]) =>
      state === 'online' || state === 'offline' ? { type: 'server', online: state === 'online' } : undefined,
  },
  OnResetCaptcha: { count: 0, adds: 'none', read: () => ({ type: 'captcha' }) },
  OnUploadComplete: {
    count: 1,
    adds: 'none',
    read: ([response], [own]) => {
      const file = readFile(response);
      return file && { type: 'uploaded', file, own: flag(own) };
    },
  },
  OnUploadProgress: {
    count: 1,
    adds: 'none',
    read: ([progress]) => {
      const { file, fileName, sent } = fields(progress);
      const bytes = count(sent);
      return bytes === undefined ? undefined : { type: 'progress', file, name: text(fileName), sent: bytes };
    },
  },
  OnCampaignContactCreated: {
    count: 1,
    adds: 'none',
    read: ([response]) => {
      const { resultCode, resultMessage } = fields(unpacked(response));
      const result = idOf(resultCode);
      return result === undefined
        ? undefined
        : { type: 'campaign', resultCode: result, resultMessage: words(resultMessage) ?? '' };
    },
  },
};

/** All slots that the connector owns; two of them are one event under two names (row T-150). */
export const slotNames: readonly string[] = Object.keys(slots);

/** Events of the page that our script says the chat of, behind all else. */
const tellsChat = new Set(['OnUploadComplete', 'OnUploadProgress']);

/**
 * Reads what a slot was called with. `undefined` for what is not what the slot promises. Never throws.
 *
 * @param multi whether the vendor tells which of several chats it speaks of
 */
export function readEvent(
  name: string,
  args: readonly unknown[],
  multi: boolean,
  position: SidPosition = 'last',
): VendorEvent | undefined {
  const slot = slots[name];
  if (slot === undefined) return undefined;
  const { doc, sid, clientId, extra } = slotArguments(args, slot, multi, position);
  const body = slot.read(doc, extra);
  if (body === undefined) return undefined;
  // A chat's ids may come along where no multi-chat asks for them: in single mode our script tells them all the same.
  const alone = !multi && name === 'OnStartSuccess' ? args[1] : undefined;
  // The session of an agent's coming is the chat's (P-17).
  const joined = multi && name === 'OnRemoteUserConnected' ? doc[2] : undefined;
  const own = tellsChat.has(name) ? extra.filter((each) => typeof each === 'string') : [];
  return { ...body, sid: idOf(sid ?? joined ?? alone ?? own[0]), clientId: idOf(clientId ?? own[1]) };
}
