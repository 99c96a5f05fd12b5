import type { Offhook } from '../client.js';
import { OffhookError } from '../model/error.js';
import type {
  ContactImportProblem,
  ContactImportProgress,
  ContactImportResult,
  ContactsProgress,
} from '../ports/contacts.js';
import { combine } from '../stream/select.js';
import type { Current } from '../stream/current.js';
import { createCurrent } from '../stream/state.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** Something in a file that could not be taken as it is. */
export interface FileProblem extends ContactImportProblem {
  /** The file's name, where it has one. */
  readonly file: string;
}

/** What a screen for the import of contacts shows. */
export interface ContactImportState extends ControlStatus {
  /** How far the host's contacts are, imported or loaded. */
  readonly progress: ContactsProgress;
  /** What the import of now, or the last one, has come to: all its files together. */
  readonly imported: ContactImportProgress;
  readonly problems: readonly FileProblem[];
}

/** What such a screen needs. The functions are bound; none rejects. */
export interface ContactImport {
  readonly state: Current<ContactImportState>;
  /** Imports files that somebody has chosen or dropped, one after another. */
  readonly importFiles: (files: Iterable<Blob>) => Promise<Outcome<ContactImportProgress>>;
  /** Stops the import; what was taken stays. */
  readonly cancel: () => void;
}

const nothing: ContactImportProgress = { good: 0, bad: 0, lines: 0 };
const noProblems: readonly FileProblem[] = [];
const noContacts = createCurrent<ContactsProgress>({ status: 'idle', loaded: 0 });

/**
 * Imports contacts from files into the host's contacts, where its port takes them (`contactIndex` does).
 *
 * @example
 * const { state, importFiles } = contactImport(phone);
 * await importFiles(input.files);
 */
export function contactImport(client: Offhook): ContactImport {
  const { status, attempt } = createRunner(client);
  const imported = createCurrent(nothing);
  const problems = createCurrent(noProblems);
  let stop = new AbortController();

  return {
    state: combine(
      [client.contacts?.progress ?? noContacts, imported, problems, status],
      (progress, done, told, { pending, lastError }) => ({
        progress,
        imported: done,
        problems: told,
        pending,
        lastError,
      }),
      sameState,
    ),
    importFiles: (files) =>
      attempt(async () => {
        const { contacts } = client;
        if (!contacts?.import) {
          throw new OffhookError('not-supported', 'Give createOffhook contacts that take files for this.');
        }
        stop.abort();
        const { signal } = (stop = new AbortController());
        let before = nothing;
        let done = nothing;
        const tell = (now: ContactImportProgress): void => {
          done = sum(before, now);
          if (!signal.aborted) imported.set(done);
        };
        imported.set(nothing);
        problems.set(noProblems);
        for (const file of files) {
          let result: ContactImportResult;
          try {
            result = await contacts.import(file, { signal, onProgress: tell });
          } catch (error) {
            // Stopped by somebody: that is no fault.
            if (signal.aborted) break;
            throw error;
          }
          tell(result);
          before = done;
          if (signal.aborted) break;
          const name = 'name' in file ? String(file.name) : '';
          problems.set([...problems.value, ...result.problems.map((each) => ({ ...each, file: name }))]);
        }
        return done;
      }),
    cancel: () => stop.abort(),
  };
}

const sum = (a: ContactImportProgress, b: ContactImportProgress): ContactImportProgress => ({
  good: a.good + b.good,
  bad: a.bad + b.bad,
  lines: a.lines + b.lines,
});
