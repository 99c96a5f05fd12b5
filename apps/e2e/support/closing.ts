/** Where the bracket that opens at `from` closes; brackets in texts and comments don't count. */
export function closing(text: string, from: number): number {
  const parts = /\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[([{]|[)\]}]/g;
  parts.lastIndex = from;
  let depth = 0;
  for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
    if (/^[([{]/.test(part[0])) depth += 1;
    if (/^[)\]}]/.test(part[0])) depth -= 1;
    if (depth === 0) return part.index + 1;
  }
  return text.length;
}
