import { addEntries } from './addEntries.js';
import { standingOf } from './chatFacts.js';
import type { DeskEvent } from './deskEvent.js';
import type { DeskState } from './deskState.js';
import { newChat, type OpenChat, type Outgoing } from './openChat.js';
import type { DeskFrame } from './wire/readFrame.js';

const change = (state: DeskState, sid: string, how: (chat: OpenChat) => OpenChat): DeskState => ({
  ...state,
  chats: state.chats.map((chat) => (chat.sid === sid ? how(chat) : chat)),
});

/** A tab for each of these chats; the first of all is shown at once. */
function withTabs(state: DeskState, sids: readonly string[]): DeskState {
  const known = new Set(state.chats.map(({ sid }) => sid));
  const fresh = sids.filter((sid) => !known.has(sid));
  if (fresh.length === 0) return state;
  return {
    ...state,
    chats: [...state.chats, ...fresh.map(newChat)],
    selected: state.selected ?? fresh[0],
  };
}

/** What the agent looks at has been read. */
function seen(state: DeskState): DeskState {
  const shown = state.chats.find(({ sid }) => sid === state.selected);
  const last = shown?.entries.at(-1)?.seq ?? 0;
  if (!state.visible || shown === undefined || shown.read >= last) return state;
  return change(state, shown.sid, (chat) => ({ ...chat, read: last }));
}

function takeDesk(state: DeskState, frame: Extract<DeskFrame, { readonly t: 'desk' }>): DeskState {
  const { waiting, waitingCount, own, agents } = frame;
  const bySid = new Map(own.map((chat) => [chat.sid, chat]));
  const tabs = withTabs(state, [...bySid.keys()]);
  const chats = tabs.chats.map((chat): OpenChat => {
    const shown = bySid.get(chat.sid);
    if (shown !== undefined) return { ...chat, shown, lost: false };
    // What ended, or was left, while there was no connection: the first desk after it doesn't have it.
    return !state.heard && standingOf(chat, state.me.id) === 'live' && chat.entries.length > 0
      ? { ...chat, lost: true, typing: undefined }
      : chat;
  });
  return { ...tabs, chats, waiting, waitingCount, agents, heard: true };
}

function takeFrame(state: DeskState, frame: DeskFrame, now: number): DeskState {
  switch (frame.t) {
    case 'welcome':
      return {
        ...state,
        me: frame.agent,
        connection: 'online',
        clockAhead: Number.isNaN(Date.parse(frame.now)) ? 0 : Date.parse(frame.now) - now,
        heard: false,
        chats: state.chats.map((chat) => ({ ...chat, typing: undefined })),
      };
    case 'desk':
      return takeDesk(state, frame);
    case 'entries':
      return change(withTabs(state, [frame.sid]), frame.sid, (chat) => {
        const added = addEntries(chat, frame.entries);
        // Back in a chat that was given up for lost.
        const isBack = added.lost && added.entries.at(-1)?.type === 'connect';
        return isBack ? { ...added, lost: false } : added;
      });
    case 'typing':
      return change(state, frame.sid, (chat) => ({
        ...chat,
        typing: frame.state === 0 ? (frame.name ?? '') : undefined,
      }));
    // A signal goes past the state: to the call, or to what the customer shows.
    case 'ok':
    case 'no':
    case 'signal':
      return state;
  }
}

function closeTab(state: DeskState, sid: string): DeskState {
  const place = state.chats.findIndex((chat) => chat.sid === sid);
  if (place === -1) return state;
  const chats = state.chats.filter((chat) => chat.sid !== sid);
  const next = chats[Math.min(place, chats.length - 1)];
  return { ...state, chats, selected: state.selected === sid ? next?.sid : state.selected };
}

const outgoing = (state: DeskState, sid: string, how: (all: readonly Outgoing[]) => readonly Outgoing[]) =>
  change(state, sid, (chat) => ({ ...chat, outgoing: how(chat.outgoing) }));

function step(state: DeskState, event: DeskEvent): DeskState {
  switch (event.t) {
    case 'frame':
      return takeFrame(state, event.frame, event.now);
    case 'connection':
      return { ...state, connection: event.connection };
    case 'visible':
      return { ...state, visible: event.visible };
    case 'select':
      return { ...withTabs(state, [event.sid]), selected: event.sid };
    case 'closeTab':
      return closeTab(state, event.sid);
    case 'outgoing':
      return outgoing(state, event.sid, (all) => [...all, event.outgoing]);
    case 'refused': {
      const refused = { code: event.code, ...(event.text === undefined ? {} : { text: event.text }) };
      return outgoing(state, event.sid, (all) =>
        all.map((each) => (each.id === event.id ? { ...each, refused } : each)),
      );
    }
    case 'again':
      return outgoing(state, event.sid, (all) =>
        all.map(({ refused: _, ...each }, place) => (each.id === event.id ? each : (all[place] ?? each))),
      );
    case 'discard':
      return outgoing(state, event.sid, (all) => all.filter(({ id }) => id !== event.id));
    case 'earlier':
      return change(state, event.sid, (chat) => ({ ...chat, earlier: event.earlier }));
    case 'outfile':
      return change(state, event.sid, (chat) => ({
        ...chat,
        outfiles: [...chat.outfiles.filter(({ id }) => id !== event.outfile.id), event.outfile],
      }));
    case 'outfileGone':
      return change(state, event.sid, (chat) => ({
        ...chat,
        outfiles: chat.outfiles.filter(({ id }) => id !== event.id),
      }));
    case 'notice':
      return { ...state, notices: [...state.notices, { id: event.id, text: event.text }].slice(-5) };
    case 'noticeRead':
      return { ...state, notices: state.notices.filter(({ id }) => id !== event.id) };
  }
}

/** What the page shows after this. Pure: the same state and event make the same state. */
export const deskReducer = (state: DeskState, event: DeskEvent): DeskState => seen(step(state, event));
