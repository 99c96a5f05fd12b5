import type { Contact } from './contact.js';

interface Line {
  readonly text: string;
  /** How far the file is read behind it. */
  readonly end: number;
}

const isQuotedPrintable = (line: string): boolean => /^[^:]*;(ENCODING=)?QUOTED-PRINTABLE/i.test(line);

function* rawLines(text: string): Generator<Line> {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield { text: text.slice(start, text[end - 1] === '\r' ? end - 1 : end), end: end + 1 };
    start = end + 1;
  }
}

/** Lines that were broken to keep them short are made whole. */
function* wholeLines(text: string): Generator<Line> {
  let current: Line | undefined;
  for (const next of rawLines(text)) {
    if (current && /^[ \t]/.test(next.text)) {
      current = { text: current.text + next.text.slice(1), end: next.end };
    } else if (current?.text.endsWith('=') && isQuotedPrintable(current.text)) {
      current = { text: current.text.slice(0, -1) + next.text, end: next.end };
    } else {
      if (current) yield current;
      current = next;
    }
  }
  if (current) yield current;
}

function decodeQuotedPrintable(value: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at += 1) {
    const hex = /^=([0-9A-F]{2})/i.exec(value.slice(at, at + 3))?.[1];
    if (hex === undefined) {
      bytes.push(...new TextEncoder().encode(value.charAt(at)));
    } else {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    }
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

const unescape = (value: string): string =>
  value.replace(/\\(.)/g, (_match, escaped: string) => (/n/i.test(escaped) ? ' ' : escaped)).trim();

/** Splits at `;` that isn't escaped. */
const parts = (value: string): string[] =>
  value
    .match(/(?:\\.|[^;\\])*/g)
    ?.filter(Boolean)
    .map(unescape) ?? [];

interface Property {
  readonly name: string;
  readonly value: string;
}

function readProperty(line: string): Property | undefined {
  // A colon within quotes belongs to a parameter.
  const head = /^(?:"[^"]*"|[^":])*/.exec(line)?.[0] ?? '';
  if (head === '' || line[head.length] !== ':') return undefined;
  const name = (head.split(';')[0]?.split('.').at(-1) ?? '').toUpperCase();
  const value = line.slice(head.length + 1);
  return { name, value: isQuotedPrintable(line) ? decodeQuotedPrintable(value) : value };
}

/** The number of a TEL, also where it is a URI. */
const numberOf = (value: string): string => unescape(value).replace(/^tel:/i, '').replace(/;.*$/, '');

interface Card {
  uid: string;
  formatted: string;
  structured: string;
  organisation: string;
  phones: string[];
}

const emptyCard = (): Card => ({ uid: '', formatted: '', structured: '', organisation: '', phones: [] });

function addTo(card: Card, { name, value }: Property): void {
  switch (name) {
    case 'UID':
      card.uid = unescape(value);
      return;
    case 'FN':
      card.formatted = unescape(value);
      return;
    case 'N': {
      const [family = '', given = ''] = value.startsWith(';') ? ['', ...parts(value)] : parts(value);
      card.structured = `${given} ${family}`.trim();
      return;
    }
    case 'ORG':
      card.organisation = parts(value).join(', ');
      return;
    case 'TEL': {
      const number = numberOf(value);
      if (number !== '') card.phones.push(number);
    }
  }
}

/** A card without an id of its own is the same again when it says the same again. */
function contactOf(card: Card): Contact | undefined {
  const { phones } = card;
  const name = card.formatted || card.structured || card.organisation || phones[0];
  if (name === undefined) return undefined;
  return { id: card.uid || `${name} ${phones.join(' ')}`, name, phones };
}

/** Reads vCards of any version, one after the other; between cards the reader may rest. */
export function* readVcf(text: string): Generator<{ contact: Contact | undefined; end: number }> {
  let card: Card | undefined;
  for (const line of wholeLines(text)) {
    const property = readProperty(line.text);
    if (!property) continue;
    const mark = `${property.name}:${property.value.trim().toUpperCase()}`;
    if (mark === 'BEGIN:VCARD') {
      card = emptyCard();
    } else if (mark === 'END:VCARD') {
      if (card) yield { contact: contactOf(card), end: line.end };
      card = undefined;
    } else if (card) {
      addTo(card, property);
    }
  }
}
