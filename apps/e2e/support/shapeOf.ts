export type Shape = string | readonly Shape[] | { readonly [key: string]: Shape };

const texts: readonly (readonly [string, RegExp])[] = [
  ['uuid', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/],
  ['moment', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
  ['telephone number', /^\+\d+$/],
  ['digits', /^\d+$/],
];

/** What a message is made of, whatever its values: two of the same kind have the same shape. */
export function shapeOf(value: unknown): Shape {
  if (typeof value === 'string') return texts.find(([, form]) => form.test(value))?.[0] ?? 'text';
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]));
}
