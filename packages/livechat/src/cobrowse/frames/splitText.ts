const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

/** Pieces of a text, none of which is longer than `most` as JSON, and none of which ends within a character. */
export function splitText(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + most - 2);
    while (JSON.stringify(text.slice(start, end)).length > most)
      end = start + Math.floor((end - start) * 0.8);
    if (end < text.length && end - start > 1 && isHigh(text.charCodeAt(end - 1))) end -= 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
