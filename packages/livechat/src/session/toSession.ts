import type { ReadEntry } from '../link/readEntry.js';
import type { ReadView } from '../link/readFrame.js';

/** A file as events tell it (row T-172). */
export interface FileFacts {
  readonly fileName: string;
  /** Bytes. */
  readonly fileSize: number;
  readonly fileType: string;
}

/** A record of `Session.trans` (rows T-60 to T-62). `msg` is URL-encoded; `id`, `seq` and `name` of a message are our own. */
export type SessionRecord =
  | {
      readonly type: 'msg';
      readonly by: 'c' | 'a';
      readonly msg: string;
      readonly time: string;
      readonly id: string;
      readonly seq: number;
      readonly name?: string;
    }
  | {
      readonly type: 'connect' | 'disconnect';
      readonly id: string;
      readonly name: string;
      readonly time: string;
    };

/** Where something else than a record stands in the chat. */
export interface Placed {
  readonly by: 'c' | 'a';
  readonly id: string;
  readonly seq: number;
  readonly time: string;
  /** The agent's name, of an agent's. */
  readonly name?: string;
}

/**
 * What `OnOpenSuccess` gives (rows T-54 to T-62). Documented: `agents`, absent while there is none, and `trans`; with many
 * chats also `clientId`. Our own: `sid`, `seq` (the last entry in it), `files` and `apps`.
 */
export interface Session {
  readonly agents?: readonly { readonly name: string; readonly id: string; readonly index: number }[];
  readonly trans: readonly SessionRecord[];
  readonly clientId?: string;
  readonly sid: string;
  readonly seq: number;
  readonly files: readonly (FileFacts & Placed)[];
  readonly apps: readonly (Placed & { readonly type?: string; readonly data: unknown })[];
}

// A text may hold half a character, which cannot be encoded.
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

function recordOf(entry: ReadEntry): SessionRecord | undefined {
  switch (entry.type) {
    case 'msg':
      return {
        type: 'msg',
        by: entry.by,
        msg: encoded(entry.msg),
        time: entry.time,
        id: entry.id,
        seq: entry.seq,
        ...(entry.agent === undefined ? {} : { name: entry.agent.name }),
      };
    case 'connect':
    case 'disconnect':
      return { type: entry.type, id: entry.agent.id, name: entry.agent.name, time: entry.time };
    default:
      return undefined;
  }
}

const placed = (entry: Extract<ReadEntry, { type: 'file' | 'app' }>): Placed => ({
  by: entry.by,
  id: entry.id,
  seq: entry.seq,
  time: entry.time,
  ...(entry.agent === undefined ? {} : { name: entry.agent.name }),
});

/** A file of the log as events tell it. */
export const fileFacts = (file: { name: string; size: number; type: string }): FileFacts => ({
  fileName: file.name,
  fileSize: file.size,
  fileType: file.type,
});

/** A chat that was opened, as the documented `Session`. */
export function toSession(view: ReadView): Session {
  return {
    ...(view.agents.length === 0
      ? {}
      : { agents: view.agents.map(({ name, id, index }) => ({ name, id, index })) }),
    trans: view.entries.map(recordOf).filter((record) => record !== undefined),
    ...(view.clientId === undefined ? {} : { clientId: view.clientId }),
    sid: view.sid,
    seq: view.seq,
    files: view.entries.flatMap((entry) =>
      entry.type === 'file' ? [{ ...fileFacts(entry.file), ...placed(entry) }] : [],
    ),
    apps: view.entries.flatMap((entry) =>
      entry.type === 'app'
        ? [
            {
              ...placed(entry),
              ...(entry.kind === undefined ? {} : { type: entry.kind }),
              data: entry.data,
            },
          ]
        : [],
    ),
  };
}
