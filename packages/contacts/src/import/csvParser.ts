import { OffhookError } from '@offhook/core';
import { type CsvColumn, type CsvMapping, csvColumn } from './csvColumns.js';
import { readRow, separatorOf } from './csvRow.js';
import type { ImportedContact, ImportSink, LineParser } from './importProblem.js';

/** No row has more lines; a quote that never closes doesn't swallow the file. */
const mostLines = 100;

interface PlacedLine {
  readonly text: string;
  readonly number: number;
}

/** Reads CSV whose first line names the columns. */
export function csvParser(sink: ImportSink, mapping: CsvMapping = {}): LineParser {
  let separator: string | undefined;
  let columns: readonly (CsvColumn | undefined)[] | undefined;
  /** The lines of a row that isn't complete. */
  let open: PlacedLine[] = [];

  const row = (cells: readonly string[], line: number): void => {
    if (columns === undefined) {
      columns = columnsOf(cells, mapping);
      return;
    }
    if (cells.every((cell) => cell === '')) return;
    const extra = cells.slice(columns.length).filter((cell) => cell !== '').length;
    const contact = extra === 0 ? contactOfRow(cells, columns) : undefined;
    if (contact) sink.contact(contact, line);
    else {
      const reason =
        extra > 0
          ? `The row has ${cells.length} cells and the first line has ${columns.length}: a quote may be missing.`
          : 'The row has no name, number, address or company.';
      sink.problem({ line, reason, lost: 'contact' });
    }
  };

  /** Reads what is open. If that can't be a row, its first line is wrong, and the others are read anew. */
  const read = (last: boolean): void => {
    while (open.length > 0) {
      const [first] = open;
      separator ??= separatorOf(first.text);
      const text = open.map((line) => line.text).join('\n');
      const result = readRow(text, separator);
      if ('open' in result && !last && open.length < mostLines) return;
      if ('cells' in result) {
        open = [];
        row(result.cells, first.number);
        return;
      }
      const reason = 'wrong' in result ? result.wrong : 'A quote that begins here doesn’t close.';
      if (columns === undefined) {
        throw new OffhookError('invalid-argument', `The first line doesn't name columns. ${reason}`);
      }
      sink.problem({ line: first.number, reason, lost: 'contact' });
      const others = open.slice(1);
      open = [];
      for (const other of others) {
        open.push(other);
        if (other !== others.at(-1)) read(false);
      }
    }
  };

  return {
    line(text, number) {
      if (open.length === 0) {
        if (text.trim() === '') return;
        // A spreadsheet's own way to say it.
        const told = columns === undefined && /^sep=(.)$/i.exec(text);
        if (told) {
          separator = told[1];
          return;
        }
      }
      open.push({ text, number });
      read(false);
    },
    end() {
      read(true);
      if (columns === undefined) throw new OffhookError('invalid-argument', 'The file is empty.');
    },
  };
}

function columnsOf(headers: readonly string[], mapping: CsvMapping): (CsvColumn | undefined)[] {
  const columns = headers.map((header) => mapping[header] ?? csvColumn(header));
  if (columns.some((column) => column !== undefined && !['id', 'type', 'ignore'].includes(column)))
    return columns;
  throw new OffhookError(
    'invalid-argument',
    `No column of the file is known: ${headers.map((header) => `'${header}'`).join(', ')}. Say with \`columns\` what they hold.`,
  );
}

function contactOfRow(
  cells: readonly string[],
  columns: readonly (CsvColumn | undefined)[],
): ImportedContact | undefined {
  const all = (wanted: CsvColumn): string[] =>
    cells.flatMap((cell, index) => (columns[index] === wanted && cell.trim() !== '' ? [cell.trim()] : []));
  const phones = cells.flatMap((cell, index) => {
    const column = columns[index];
    if (column === undefined || !column.startsWith('phone')) return [];
    const type = column.split(':')[1] ?? 'other';
    // One cell may hold several, as address books export them.
    return parted(cell).map((number) => ({ number, type }));
  });
  const emails = all('email').flatMap(parted);
  const company = all('company').at(0);
  const id = all('id').at(0);
  const type = all('type').at(0);
  const person = [...all('given'), ...all('family')].join(' ');
  const name = [all('name').join(' '), person, company, emails.at(0), phones.at(0)?.number].find(
    (one) => (one ?? '') !== '',
  );
  if (name === undefined) return undefined;
  return {
    ...(id !== undefined && { id }),
    name,
    ...(type !== undefined && { type }),
    phones,
    emails,
    ...(company !== undefined && { company }),
  };
}

const parted = (cell: string): string[] =>
  cell
    .split(/\s*:::\s*|\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
