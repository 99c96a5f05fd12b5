/** Both lists as one, each id once: what comes later takes an earlier one's place. */
export function mergeById<Item extends { readonly id: string }>(
  known: readonly Item[],
  more: readonly Item[],
): readonly Item[] {
  return [...new Map([...known, ...more].map((item) => [item.id, item])).values()];
}
