/** A part of a text; with `href` it is an address of the web. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

const address = /\bhttps?:\/\/[^\s<>"'`]+/gi;
/** What ends a sentence ends no address. */
const tail = /[.,;:!?)\]}]+$/;

function readHref(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href, username, password } = new URL(text);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  // `https://bank.example@evil.example` leads elsewhere than it says.
  return isWeb && username === '' && password === '' ? href : undefined;
}

/** Finds the addresses of the web in a text. Nothing else becomes a link, and no part gets lost. */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = found.replace(tail, '');
    const href = readHref(shown);
    if (href === undefined) continue;
    if (index > done) parts.push({ text: text.slice(done, index) });
    parts.push({ text: shown, href });
    done = index + shown.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}
