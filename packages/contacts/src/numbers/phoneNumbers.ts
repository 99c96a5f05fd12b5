/** A phone number, understood. */
export interface ParsedNumber {
  /** `+442079460958` */
  readonly e164: string;
  /** As it is written in its own country: `020 7946 0958`. */
  readonly national: string;
  /** `+44 20 7946 0958` */
  readonly international: string;
  /** Two letters, such as `GB`. */
  readonly country?: string;
}

/** Understands phone numbers. */
export interface PhoneNumbers {
  /** `undefined` for what is no number. */
  parse(number: string): ParsedNumber | undefined;
}

/** What a number of libphonenumber-js has. */
export interface LibraryNumber {
  /** In E.164. */
  readonly number: string;
  /** Two letters. */
  readonly country?: string | undefined;
  /** As it is written in its own country. */
  formatNational(): string;
  /** As it is written elsewhere. */
  formatInternational(): string;
}

/** So many numbers are remembered; a list shows the same few again and again. */
const remembered = 1_000;

/**
 * Phone numbers by the rules of their countries, from `libphonenumber-js`: its `core` entry with the metadata of only the
 * countries that you deal with. Each number is parsed once: the library takes microseconds for one.
 *
 * @example
 * import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
 * const numbers = phoneNumbers((number) => parsePhoneNumberFromString(number, 'GB', metadata));
 * numbers.parse('020 7946 0958')?.international // '+44 20 7946 0958'
 */
export function phoneNumbers(parse: (number: string) => LibraryNumber | undefined): PhoneNumbers {
  const known = new Map<string, ParsedNumber | undefined>();
  return {
    parse(number) {
      const before = known.get(number);
      if (before !== undefined || known.has(number)) return before;
      const parsed = read(parse(number));
      if (known.size >= remembered) {
        for (const oldest of known.keys()) {
          known.delete(oldest);
          break;
        }
      }
      known.set(number, parsed);
      return parsed;
    },
  };
}

function read(parsed: LibraryNumber | undefined): ParsedNumber | undefined {
  return (
    parsed && {
      e164: parsed.number,
      national: parsed.formatNational(),
      international: parsed.formatInternational(),
      ...(parsed.country !== undefined && { country: parsed.country }),
    }
  );
}
