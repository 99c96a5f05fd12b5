const firstLetter = (word: string | undefined): string =>
  word === undefined ? '' : String.fromCodePoint(word.codePointAt(0) ?? 0);

/** The letters on an avatar: of the first and last word, or none for a number. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${firstLetter(words[0])}${firstLetter(last)}`.toUpperCase();
}
