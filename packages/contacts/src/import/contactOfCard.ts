import type { ImportedContact } from './importProblem.js';
import { phoneType } from './phoneType.js';
import type { PlacedProperty } from './vcardParser.js';
import { decodedValue, unescaped, unescapedParts } from './vcardProperty.js';

const versions = new Set(['2.1', '3.0', '4.0']);

/** What a card says of whom; `undefined` if it says nothing that a contact is found by. */
export function contactOfCard(
  properties: readonly PlacedProperty[],
  lost: (line: number, reason: string) => void,
): ImportedContact | undefined {
  const named = (name: string): { property: PlacedProperty; value: string }[] =>
    properties.flatMap((property) => {
      if (property.name !== name) return [];
      try {
        return [{ property, value: decodedValue(property) }];
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        lost(property.line, `This ${name} can't be decoded: ${why}.`);
        return [];
      }
    });
  const filled = (name: string): { property: PlacedProperty; value: string }[] =>
    named(name).filter(({ value }) => value.trim() !== '');
  const first = (name: string): string => unescaped(filled(name)[0]?.value ?? '');

  const version = first('VERSION');
  if (!versions.has(version)) {
    lost(
      properties[0]?.line ?? 0,
      version === '' ? 'The card has no version.' : `The card’s version is ${version}.`,
    );
  }
  const labels = new Map(
    filled('X-ABLABEL').map(({ property, value }) => [property.group, unescaped(value)]),
  );
  const phones = named('TEL').flatMap(({ property, value }) => {
    const number = telephone(unescaped(value));
    if (number === '') {
      lost(property.line, 'This number is empty.');
      return [];
    }
    const label = property.group === undefined ? undefined : labels.get(property.group);
    const types = [...(label === undefined ? [] : [label]), ...(property.params.get('TYPE') ?? [])];
    return [{ number, type: phoneType(types) }];
  });
  const emails = filled('EMAIL').map(({ value }) => unescaped(value).replace(/^mailto:/i, ''));
  const company = unescapedParts(filled('ORG')[0]?.value ?? '', ';').find((part) => part !== '');
  const name = [
    first('FN'),
    structured(filled('N')[0]?.value ?? ''),
    first('NICKNAME'),
    company,
    emails[0],
    phones[0]?.number,
  ].find((one) => one !== undefined && one !== '');
  if (name === undefined) return undefined;
  const uid = first('UID');
  const changed = Date.parse(isoDate(first('REV')));
  const kind = first('KIND').toLowerCase();
  return {
    ...(uid !== '' && { id: uid }),
    name,
    ...(kind !== '' && { type: kind }),
    phones,
    emails,
    ...(company !== undefined && { company }),
    ...(!Number.isNaN(changed) && { updatedAt: changed }),
  };
}

/** `Family;Given;Additional;Prefix;Suffix`, as it is said. */
function structured(value: string): string {
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = unescapedParts(value, ';').map(
    (part) => part.replaceAll(',', ' '),
  );
  return [prefix, given, additional, family, suffix].filter((part) => part !== '').join(' ');
}

/** A number out of a `tel:` URI, or as it stands. An extension stays, as `;ext=4`. */
function telephone(value: string): string {
  if (!/^tel:/i.test(value)) return value;
  const uri = value.slice(4);
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** vCards write `20240131T120000Z` too. */
const isoDate = (text: string): string =>
  text.replace(
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}))?/,
    (_, y: string, m: string, d: string, h?: string, min = '', s = '') =>
      `${y}-${m}-${d}${h === undefined ? '' : `T${h}:${min}:${s}`}`,
  );
