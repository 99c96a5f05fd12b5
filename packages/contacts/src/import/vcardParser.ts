import type { ImportSink, LineParser } from './importProblem.js';
import { contactOfCard } from './contactOfCard.js';
import { isQuotedPrintable, readProperty, type VcardProperty } from './vcardProperty.js';

/** What a contact is made of. Other properties, such as photos, are not gathered. */
const wanted = new Set([
  'VERSION',
  'UID',
  'REV',
  'KIND',
  'FN',
  'N',
  'NICKNAME',
  'ORG',
  'EMAIL',
  'TEL',
  'X-ABLABEL',
]);

/** No value of these is as long; a card that never ends isn't gathered in memory. */
const longestValue = 100_000;
const mostProperties = 1_000;

/** A property and where it began. */
export interface PlacedProperty extends VcardProperty {
  readonly line: number;
}

/** Reads vCards 3.0 and 4.0, and 2.1 as phones still write it. */
export function vcardParser(sink: ImportSink): LineParser {
  let card:
    | {
        readonly line: number;
        readonly properties: PlacedProperty[];
        /** What was wrong in it, told when it ends, in the file's order. */
        readonly lost: { readonly line: number; readonly reason: string }[];
        broken?: string;
      }
    | undefined;
  /** The property whose lines are being gathered. */
  let open:
    { text: string; readonly line: number; readonly kept: boolean; readonly soft: boolean } | undefined;
  let strayLine: number | undefined;

  const problem = (line: number, reason: string, lost: 'contact' | 'value'): void =>
    sink.problem({ line, reason, lost });

  const tellStray = (): void => {
    if (strayLine !== undefined) problem(strayLine, 'This stands outside of any card.', 'contact');
    strayLine = undefined;
  };

  /** The card is over: tells of what was taken of it, and what was not. */
  const leave = (reason?: string): void => {
    const { line, lost } = card ?? { line: 0, lost: [] };
    if (card && reason !== undefined) problem(line, reason, 'contact');
    card = undefined;
    open = undefined;
    for (const one of lost.sort((a, b) => a.line - b.line)) problem(one.line, one.reason, 'value');
  };

  /** The gathered property is complete. */
  const close = (): void => {
    const { text, line, kept } = open ?? { text: '', line: 0, kept: false };
    open = undefined;
    if (!card || !kept || text === '') return;
    if (text.length > longestValue) {
      card.lost.push({ line, reason: `This value has more than ${longestValue} letters.` });
      return;
    }
    const property = readProperty(text);
    if (!property)
      card.lost.push({ line, reason: 'This is not a property: a name and a colon are missing.' });
    else if (card.properties.length >= mostProperties)
      card.broken ??= `The card has more than ${mostProperties} values.`;
    else card.properties.push({ ...property, line });
  };

  const finish = (): void => {
    close();
    if (!card) return;
    const { line, properties, lost, broken } = card;
    if (broken !== undefined) {
      leave(broken);
      return;
    }
    const contact = contactOfCard(properties, (at, reason) => lost.push({ line: at, reason }));
    if (contact) sink.contact(contact, line);
    leave(contact ? undefined : 'The card has no name, number, address or organization.');
  };

  const begin = (text: string, line: number): void => {
    close();
    const name = /^(?:[\w-]+\.)?([\w-]+)\s*[;:]/.exec(text)?.[1]?.toUpperCase();
    const kept = name === undefined || wanted.has(name);
    // Only here a line that ends in `=` goes on, so that one in a link doesn't swallow the next.
    const property = kept ? readProperty(text) : undefined;
    const soft =
      /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(text) || (property !== undefined && isQuotedPrintable(property));
    open = { text: kept ? text : '', line, kept, soft };
  };

  return {
    line(text, number) {
      if (open?.soft === true && open.text.endsWith('=') && card) {
        open.text = open.text.slice(0, -1) + text.replace(/^[ \t]/, '');
        return;
      }
      if (/^[ \t]/.test(text) && open && card) {
        if (open.kept && open.text.length <= longestValue) open.text += text.slice(1);
        return;
      }
      const bare = text.trim();
      if (bare === '') return;
      if (/^BEGIN\s*:\s*VCARD$/i.test(bare)) {
        close();
        leave('The card has no end: another one begins first.');
        tellStray();
        card = { line: number, properties: [], lost: [] };
      } else if (card === undefined) strayLine ??= number;
      else if (/^END\s*:\s*VCARD$/i.test(bare)) finish();
      else begin(text, number);
    },
    end() {
      close();
      leave('The card has no end: the file ends first.');
      tellStray();
    },
  };
}
