import { type Contact, OffhookError } from '@offhook/core';
import type { ContactIndex } from '../contactIndex.js';
import { mixed } from '../engine/grown.js';
import { pause } from '../host/pause.js';
import type { CsvMapping } from './csvColumns.js';
import { hashSeed, hashStep } from '../text/readWords.js';
import { csvParser } from './csvParser.js';
import type { ImportedContact, ImportProblem, LineParser } from './importProblem.js';
import { type Line, readLines } from './readLines.js';
import { vcardParser } from './vcardParser.js';

/** How {@link importContacts} reads a file. */
export interface ImportOptions {
  /** Where the contacts go. Without it the result holds them. */
  readonly index?: Pick<ContactIndex, 'add'>;
  /** Left out, it is seen by the first line. */
  readonly format?: 'vcard' | 'csv';
  /** The `source` of the contacts: `import` unless you say otherwise. */
  readonly source?: string;
  /** What the columns of a CSV file hold, where their names don't tell. */
  readonly columns?: CsvMapping;
  /** Told now and then how far it is. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops it. What was handed to the index stays. */
  readonly signal?: AbortSignal;
}

/** How far an import is. */
export interface ImportProgress {
  /** How many contacts were taken. */
  readonly good: number;
  /** How many cards or rows were not. */
  readonly bad: number;
  /** How many lines have been read. */
  readonly lines: number;
}

/** What came of an import. Each card or row of the file is in `good` or in `bad`. */
export interface ImportResult extends ImportProgress {
  /** What was wrong, in the file's order: all of it, or the first ten thousand. */
  readonly problems: readonly ImportProblem[];
  /** How many problems there were, however many are listed. */
  readonly problemCount: number;
  /** The contacts, where no index took them. */
  readonly contacts: readonly Contact[];
}

const mostProblems = 10_000;
/** So many contacts are handed to the index at once. */
const batchSize = 1_000;
/** Milliseconds that reading takes of the page's thread at a time. */
const sliceBudget = 2;

/**
 * Reads contacts from a vCard or CSV file of any size, a little at a time: the page goes on, and memory holds a few
 * hundred lines. A card or row that is broken is told of with its line and reason, and the others are taken.
 *
 * @throws OffhookError `invalid-argument` if the file is neither, or its columns aren't known.
 * @example
 * const { good, bad, problems } = await importContacts(input.files[0], { index: contacts });
 */
export async function importContacts(
  file: Blob | ReadableStream<Uint8Array>,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const { index, source = 'import', onProgress, signal } = options;
  const contacts: Contact[] = [];
  const problems: ImportProblem[] = [];
  const lineOfId = new Map<string, number>();
  let problemCount = 0;
  let good = 0;
  let bad = 0;
  let lines = 0;
  let guessed = false;

  const problem = (one: ImportProblem): void => {
    problemCount += 1;
    if (one.lost === 'contact') bad += 1;
    if (problems.length < mostProblems) problems.push(one);
  };

  const contact = (read: ImportedContact, line: number): void => {
    good += 1;
    const id = read.id ?? contentId(read, lineOfId);
    const before = lineOfId.get(id);
    if (before !== undefined) {
      problem({ line, reason: `It has the id of line ${before}, whose contact it replaces.`, lost: 'value' });
    }
    lineOfId.set(id, line);
    contacts.push({ ...read, id, source });
  };

  const handOver = async (): Promise<void> => {
    if (!index || contacts.length === 0) return;
    await index.add(contacts.splice(0));
  };

  let parser: LineParser | undefined;
  let sliceEnd = 0;
  const read = (line: Line): void => {
    lines = line.number;
    if (line.guessed && !guessed) {
      guessed = true;
      const reason = 'From here on some lines are no UTF-8; they are read as Windows-1252.';
      problem({ line: line.number, reason, lost: 'value' });
    }
    if (parser === undefined) {
      if (line.text.trim() === '') return;
      const format = options.format ?? formatOf(line.text);
      const sink = { contact, problem };
      parser = format === 'vcard' ? vcardParser(sink) : csvParser(sink, options.columns);
    }
    parser.line(line.text, line.number);
  };

  const stream = file instanceof ReadableStream ? file : file.stream();
  for await (const batch of readLines(stream)) {
    for (const [at, line] of batch.entries()) {
      read(line);
      if (index && contacts.length >= batchSize) await handOver();
      // A look at the clock costs as much as a line.
      if (at % 16 !== 0 || performance.now() < sliceEnd) continue;
      onProgress?.({ good, bad, lines });
      await pause();
      if (signal?.aborted === true) {
        throw new OffhookError('aborted', 'The import was stopped.', { cause: signal.reason });
      }
      sliceEnd = performance.now() + sliceBudget;
    }
  }
  if (parser === undefined) throw new OffhookError('invalid-argument', 'The file is empty.');
  parser.end();
  await handOver();
  onProgress?.({ good, bad, lines });
  return { good, bad, lines, problems, problemCount, contacts };
}

const formatOf = (line: string): 'vcard' | 'csv' => (/^\s*BEGIN\s*:\s*VCARD/i.test(line) ? 'vcard' : 'csv');

/** An id made of what a contact says, so that the same file read again gives no second one; twins are numbered. */
function contentId(contact: ImportedContact, taken: ReadonlyMap<string, number>): string {
  let left = hashSeed;
  let right = ~hashSeed;
  for (const byte of encoder.encode(JSON.stringify(contact))) {
    left = Math.imul(left ^ byte, hashStep);
    right = Math.imul(right ^ mixed(byte + left), hashStep);
  }
  const id = [left, right].map((half) => mixed(half).toString(16).padStart(8, '0')).join('');
  for (let twin = 1; ; twin += 1) {
    const numbered = twin === 1 ? id : `${id}-${twin}`;
    if (!taken.has(numbered)) return numbered;
  }
}

const encoder = new TextEncoder();
