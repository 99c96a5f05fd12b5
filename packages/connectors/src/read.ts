/** An object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of whatever this is; of what is no object, none. Never throws. */
export const fields = (value: unknown): Fields =>
  typeof value === 'object' && value ? (value as Fields) : {};

/** A name, a number, an id, a message: some text, and not a flood of it. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value && value.length < 10_000 ? value : undefined;

/** Without the keys that have no value. */
export const defined = <T extends object>(facts: {
  readonly [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K];
}): T => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
