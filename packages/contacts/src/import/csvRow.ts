/** A row of a CSV file; or that it goes on on the next line; or what is wrong with it. */
export type CsvRow =
  { readonly cells: readonly string[] } | { readonly open: true } | { readonly wrong: string };

/** Reads one row, which has line ends only within quotes. */
export function readRow(text: string, separator: string): CsvRow {
  const cells: string[] = [];
  for (let at = 0; ;) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === undefined) return { open: true };
      cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
      while (text[at] === ' ' && separator !== ' ') at += 1;
      if (at < text.length && !text.startsWith(separator, at)) {
        return {
          wrong: `After the closing quote of cell ${cells.length} something other than '${shown(separator)}' follows.`,
        };
      }
    } else {
      const end = text.indexOf(separator, at);
      cells.push(text.slice(at, end < 0 ? undefined : end).trim());
      at = end < 0 ? text.length : end;
    }
    if (at >= text.length) return { cells };
    at += separator.length;
  }
}

function closingQuote(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return undefined;
}

const shown = (separator: string): string => (separator === '\t' ? 'a tab' : separator);

/** What parts the cells of this first line: whatever of `,`, `;` and the tab is most often outside of its quotes. */
export function separatorOf(line: string): string {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (separator: string): number => bare.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
