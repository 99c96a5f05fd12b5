/** Without a list the widget talks with any host, as the real one does; with one, only with those. */
export function acceptsOrigin(strictOrigins: readonly string[], origin: string): boolean {
  return strictOrigins.length === 0 || strictOrigins.includes(origin);
}
