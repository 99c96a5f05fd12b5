/** A line of a file, without its end. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Whether it was no UTF-8, and was read as Windows-1252 instead. */
  readonly guessed: boolean;
}

/** More than a line may have: a file without line ends isn't gathered whole in memory. */
const longestLine = 4_000_000;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const western = new TextDecoder('windows-1252');
const lineEnd = /\r\n|\n|\r/;

/**
 * Makes a stream's bytes lines, several at a time. UTF-8, or UTF-16 with a byte order mark; a line that is no UTF-8 is
 * read as Windows-1252, in which older programs write. Only the lines of one piece stay in memory.
 */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<Line[]> {
  const reader = stream.getReader();
  let rest = new Uint8Array(0);
  let number = 0;
  let recode: ((bytes: Uint8Array) => Uint8Array) | undefined;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (value !== undefined) recode ??= recoderFor(value);
      const all = value === undefined || recode === undefined ? rest : joined(rest, recode(value));
      const end = done || all.length > longestLine ? all.length : completeEnd(all);
      rest = all.slice(end);
      if (end > 0) yield linesOf(all.subarray(0, end));
      if (done) return;
    }
  } finally {
    // Whoever stops early needs no more of the file.
    await reader.cancel().catch(() => undefined);
  }

  function linesOf(bytes: Uint8Array): Line[] {
    const { texts, guessed } = decoded(bytes);
    // What follows the last end is no line.
    if (texts.at(-1) === '') texts.pop();
    return texts.map((text, index) => {
      number += 1;
      return { text, number, guessed: guessed.has(index) };
    });
  }
}

/** Where the last complete line ends. A carriage return at the very end may be half of an end. */
function completeEnd(bytes: Uint8Array): number {
  const feed = bytes.lastIndexOf(lineFeed);
  return feed >= 0 ? feed + 1 : bytes.lastIndexOf(carriageReturn, -2) + 1;
}

/** Lines as texts, and which of them are no UTF-8. All at once where all are, which nearly always is so. */
function decoded(bytes: Uint8Array): { texts: string[]; guessed: ReadonlySet<number> } {
  const all = text(bytes);
  if (all !== undefined) return { texts: all.split(lineEnd), guessed: new Set() };
  const guessed = new Set<number>();
  // Line ends are the same bytes in both.
  const texts = latin(bytes)
    .split(lineEnd)
    .map((line, index) => {
      const own = Uint8Array.from(line, (letter) => letter.charCodeAt(0));
      const right = text(own);
      if (right === undefined) guessed.add(index);
      return right ?? western.decode(own);
    });
  return { texts, guessed };
}

function text(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Each byte as the letter of its number, so that it can be told again. */
function latin(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return letters;
}

/** Makes UTF-8 of what a file begins with says it is, and leaves the mark out. */
function recoderFor(first: Uint8Array): (bytes: Uint8Array) => Uint8Array {
  const label =
    first[0] === 0xff && first[1] === 0xfe
      ? 'utf-16le'
      : first[0] === 0xfe && first[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (label !== undefined) {
    const decoder = new TextDecoder(label);
    const encoder = new TextEncoder();
    return (bytes) => encoder.encode(decoder.decode(bytes, { stream: true }));
  }
  let skip = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0;
  return (bytes) => {
    const rest = bytes.subarray(skip);
    skip = 0;
    return rest;
  };
}

function joined(left: Uint8Array<ArrayBuffer>, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
