/** One raw message on the wire, before anybody trusts it. */
export type Frame = Readonly<Record<string, unknown>> & { readonly type: string };

/** True for plain JSON objects, the only shape a vendor's frame may have. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
