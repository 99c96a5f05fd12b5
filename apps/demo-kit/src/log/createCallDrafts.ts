import {
  createCurrent,
  select,
  type CallLogControls,
  type Contact,
  type Current,
  type LogState,
} from '@offhook/core';

/** What somebody has begun to log of one call. */
export interface CallDraft {
  /** What was typed. */
  readonly note?: string;
  /** What was logged when the note was saved: as soon as something else is, that stands. */
  readonly savedOver?: Pick<LogState, 'note'>;
  /** The contact that was chosen of several. */
  readonly contact?: Contact;
}

/** The log entry that a draft is for, as `callLogControls` has it. */
export interface DraftTarget {
  readonly log: LogState;
  readonly save: CallLogControls['save'];
}

type Saved = ReturnType<CallLogControls['save']>;

/** The drafts of all calls: what was typed for one is there again when it comes back into focus, and in no other. */
export interface CallDrafts {
  /** None for no call. */
  of(callId: string | undefined): Current<CallDraft>;
  write(callId: string, note: string): void;
  /** Chooses whom the call is with, and logs it for that contact at once. */
  choose(callId: string, contact: Contact, target: DraftTarget): Saved;
  /** Saves what was typed and chosen. */
  save(callId: string, target: DraftTarget): Saved;
}

/** How many calls' drafts are kept: of those that may come back into focus. */
const kept = 100;
const none: CallDraft = {};

/**
 * What is typed and chosen for calls, beside the component tree: a panel that goes with its call's focus, or with the
 * page, takes nothing along.
 */
export function createCallDrafts(): CallDrafts {
  const all = createCurrent<ReadonlyMap<string, CallDraft>>(new Map());
  const find = (callId: string): CallDraft => all.value.get(callId) ?? none;

  function change(callId: string, draft: CallDraft): void {
    const others = [...all.value].filter(([id]) => id !== callId);
    all.set(new Map([...others, [callId, draft] as const].slice(-kept)));
  }

  return {
    of: (callId) => select(all, (drafts) => (callId === undefined ? none : (drafts.get(callId) ?? none))),
    write(callId, note) {
      const { savedOver: _, ...draft } = find(callId);
      change(callId, { ...draft, note });
    },
    choose(callId, contact, { save }) {
      change(callId, { ...find(callId), contact });
      return save({ contact });
    },
    async save(callId, { log: { note: before }, save }) {
      const { savedOver: _, ...draft } = find(callId);
      const outcome = await save(draft);
      const now = find(callId);
      // What was typed on meanwhile is a draft again.
      if (outcome.ok && now.note === draft.note) {
        change(callId, { ...now, savedOver: before === undefined ? {} : { note: before } });
      }
      return outcome;
    },
  };
}

/** What stands in the note: what is logged, until somebody types; that, until something else is logged. */
export function shownNote({ note, savedOver }: CallDraft, log: LogState): string {
  const logged = note === undefined || (savedOver !== undefined && savedOver.note !== log.note);
  return (logged ? log.note : note) ?? '';
}
