import { decodeQuotedPrintable } from './quotedPrintable.js';

/** One line of a card, unfolded. */
export interface VcardProperty {
  /** Upper case, without its group. */
  readonly name: string;
  /** What it is grouped by with others, as `item1` in `item1.TEL`. */
  readonly group?: string;
  /** Upper-case names with their values; one without a name, as 2.1 has them, is a `TYPE`. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  /** Still escaped. */
  readonly value: string;
}

const shape = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^:;"]|"[^"]*")*)*):(.*)$/s;
const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '8BIT', '7BIT']);

/** Reads a property; `undefined` for what is none. */
export function readProperty(line: string): VcardProperty | undefined {
  const parts = shape.exec(line);
  if (!parts) return undefined;
  const [, group, name, paramText, value] = parts;
  const params = new Map<string, string[]>();
  for (const param of paramText.match(/(?:[^;"]|"[^"]*")+/g) ?? []) {
    const equals = param.indexOf('=');
    const bare = param.trim().toUpperCase();
    const key =
      equals >= 0 ? param.slice(0, equals).trim().toUpperCase() : encodings.has(bare) ? 'ENCODING' : 'TYPE';
    const values = (equals >= 0 ? param.slice(equals + 1) : param).replaceAll('"', '').split(',');
    params.set(key, [...(params.get(key) ?? []), ...values.map((one) => one.trim())]);
  }
  // Without a group the expression gives undefined, whatever its type says.
  return {
    name: name.toUpperCase(),
    ...((group as string | undefined) && { group: group.toLowerCase() }),
    params,
    value,
  };
}

export const isQuotedPrintable = ({ params }: VcardProperty): boolean =>
  params.get('ENCODING')?.[0]?.toUpperCase() === 'QUOTED-PRINTABLE';

/** A value as plain text, still escaped. Throws an Error that says what is wrong with its encoding. */
export function decodedValue(property: VcardProperty): string {
  const encoding = property.params.get('ENCODING')?.[0]?.toUpperCase();
  const charset = property.params.get('CHARSET')?.[0] ?? 'utf-8';
  if (encoding === 'QUOTED-PRINTABLE') return decode(decodeQuotedPrintable(property.value), charset);
  if (encoding === 'BASE64' || encoding === 'B') {
    return decode(
      Uint8Array.from(atob(property.value.replace(/\s/g, '')), (letter) => letter.charCodeAt(0)),
      charset,
    );
  }
  return property.value;
}

const decode = (bytes: Uint8Array, charset: string): string =>
  new TextDecoder(charset, { fatal: true }).decode(bytes);

/** The parts of a value between its separators, unescaped. */
export function unescapedParts(value: string, separator: ';' | ','): string[] {
  const parts = [''];
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at];
    if (letter === '\\' && at + 1 < value.length) {
      at += 1;
      parts[parts.length - 1] += value[at] === 'n' || value[at] === 'N' ? '\n' : value[at];
    } else if (letter === separator) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

/** A value that is one text. */
export const unescaped = (value: string): string =>
  value.replace(/\\(.)/gs, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter)).trim();
