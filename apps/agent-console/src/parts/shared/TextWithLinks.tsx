import { splitLinks } from './splitLinks.js';

/** A text as it was written, whatever is in it; addresses of the web can be followed. */
export function TextWithLinks({ text }: { readonly text: string }) {
  return splitLinks(text).map((part, place) =>
    part.href === undefined ? (
      part.text
    ) : (
      <a key={place} href={part.href} target="_blank" rel="noopener noreferrer">
        {part.text}
      </a>
    ),
  );
}
