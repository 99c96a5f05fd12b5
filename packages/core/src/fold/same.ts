/** Whether two pieces of plain data read the same. State is small and without cycles: it never holds a frame. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right: Partial<Record<string, unknown>> = { ...b };
  return (
    left.length === Object.keys(right).length &&
    left.every(([key, value]) => key in right && same(value, right[key]))
  );
}

/** What may be merged into a T; an explicit `undefined` takes a key away. */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** `base` with what `patch` says otherwise; `base` itself, the same reference, when it says nothing new. */
export function merge<T extends object>(base: T, patch: Patch<T> | undefined): T {
  // Copied at the first difference: most reports have none.
  let next: T | undefined;
  for (const key in patch) {
    const value = patch[key];
    if (same(value, base[key])) continue;
    next ??= { ...base };
    if (value === undefined) delete next[key];
    else next[key] = value;
  }
  return next ?? base;
}
