type Sparse<T> = { readonly [K in keyof T]: T[K] | undefined };

/** Without what isn't known: it must not hide what is. */
export const defined = <T extends object>(facts: Sparse<T>): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
