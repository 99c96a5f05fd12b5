import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The vendor's document stands beside the repository, not in it: its words are not ours.
const file = join(__dirname, '../../../../../shared/seeds/xivo.md');

/** The JSON objects that stand in a text, byte for byte. */
export function objectsIn(text: string): string[] {
  const found: string[] = [];
  for (let start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
    const whole = wholeFrom(text, start);
    if (whole === undefined) continue;
    found.push(whole);
    start += whole.length - 1;
  }
  return found;
}

function wholeFrom(text: string, start: number): string | undefined {
  for (let end = text.indexOf('}', start); end >= 0; end = text.indexOf('}', end + 1)) {
    const part = text.slice(start, end + 1);
    try {
      JSON.parse(part);
      return part;
    } catch {
      // It goes on after this brace, or is no JSON.
    }
  }
  return undefined;
}

/** The request and the answers that the vendor's document prints; nothing where it isn't beside the repository. */
export const seedObjects = (): readonly string[] =>
  existsSync(file) ? objectsIn(readFileSync(file, 'utf8')) : [];
