/** A reply's text with the names in it, each filled in once. Without a customer's name, the comma and space before it go too. */
export function fillReply(
  text: string,
  { name, agent }: { readonly name: string; readonly agent: string },
): string {
  const spare = name === '' ? text.replace(/(?:,? +)?\{name\}/g, '') : text;
  return spare.replace(/\{(name|agent)\}/g, (_, word: string) => (word === 'agent' ? agent : name));
}
