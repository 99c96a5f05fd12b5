import { noStreams, type ChatStreams } from '../model/chatMedia.js';
import type { Batch } from '../stream/batch.js';
import { createCollection } from '../stream/collection.js';
import type { Current } from '../stream/current.js';
import { select } from '../stream/select.js';
import { StateNode } from '../stream/state.js';

/** The live pictures and sounds of each chat. Works within a commit. */
export interface ChatStreamsStore {
  /** A chat is there from now on, without any. */
  begin(id: string): void;
  alias(alias: string, id: string): void;
  apply(id: string, streams: ChatStreams): void;
  /** The chat is over: it has none any more. */
  end(id: string): void;
  forget(id: string): void;
  /** This chat has the focus. */
  focusOn(id: string | undefined): void;
  of(id?: string): Current<ChatStreams>;
  complete(): void;
}

const orNone = (streams: ChatStreams | undefined): ChatStreams => streams ?? noStreams;

export function createChatStreams(batch: Batch): ChatStreamsStore {
  const all = createCollection<ChatStreams>(batch);
  const inFocus = new StateNode<ChatStreams | undefined>(batch, undefined, 2);
  let focus: string | undefined;

  function set(id: string, streams: ChatStreams): void {
    all.set(id, streams);
    if (id === focus) inFocus.set(streams);
  }

  return {
    begin: (id) => set(id, noStreams),
    alias: all.alias,
    apply: (id, streams) => set(id, nextStreams(orNone(all.find(id)), streams)),
    end: (id) => set(id, noStreams),
    forget: all.remove,
    focusOn(id) {
      focus = id;
      inFocus.set(id === undefined ? undefined : all.find(id));
    },
    of: (id) =>
      select<ChatStreams | undefined, ChatStreams>(id === undefined ? inFocus : all.view.get(id), orNone),
    complete() {
      all.complete();
      inFocus.complete();
    },
  };
}

/** The lists as told; each is the one before where it has the same members, and so is the whole. */
function nextStreams(before: ChatStreams, told: ChatStreams): ChatStreams {
  const local = nextList(before.local, told.local);
  const remote = nextList(before.remote, told.remote);
  const screen = nextList(before.screen, told.screen);
  if (local === before.local && remote === before.remote && screen === before.screen) return before;
  if (local.length + remote.length + screen.length === 0) return noStreams;
  return Object.freeze({ local, remote, screen });
}

function nextList(before: readonly MediaStream[], told: readonly MediaStream[]): readonly MediaStream[] {
  const same = before.length === told.length && told.every((stream, index) => stream === before[index]);
  return same ? before : Object.freeze([...told]);
}
