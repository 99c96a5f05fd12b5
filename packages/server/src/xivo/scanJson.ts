const quote = 0x22;
const backslash = 0x5c;

/** What a look at JSON text tells without parsing it. */
export interface JsonScan {
  /** How deep objects and arrays stand in each other. */
  readonly depth: number;
  /** How many members all objects have together, those with the same name counted each. */
  readonly members: number;
}

/** Where the string that begins at `start` ends: at its closing quote, or at the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/**
 * One pass over JSON text: counts colons outside of strings, each of which is a member, and the depth. Strings, which are most
 * of a request, are jumped over. Text that is no JSON gives some numbers; the parser refuses it afterwards.
 */
export function scanJson(text: string): JsonScan {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  for (let index = 0; index < text.length; index += 1) {
    switch (text.charCodeAt(index)) {
      case quote:
        index = endOfString(text, index);
        break;
      case 0x3a: // :
        members += 1;
        break;
      case 0x7b: // {
      case 0x5b: // [
        depth += 1;
        if (depth > deepest) deepest = depth;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth -= 1;
        break;
      default:
    }
  }
  return { depth: deepest, members };
}
