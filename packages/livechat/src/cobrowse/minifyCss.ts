/**
 * A style sheet of ours without comments and spaces that mean nothing. It knows no strings with such in them: ours have none.
 *
 * @example minifyCss('a {\n  color: red;\n}\n') === 'a{color:red}'
 */
export function minifyCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/([a-z-]):\s+/g, '$1:')
    .replace(/;\}/g, '}')
    .trim();
}
