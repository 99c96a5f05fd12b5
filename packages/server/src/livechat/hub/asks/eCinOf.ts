const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/**
 * The customer's key in details that aren't encrypted (T-31, T-43), so that the customer's cap is looked at before a captcha is
 * used up (P-14). Undefined when there is none, or when it can't be seen.
 */
export function eCinOf(details: unknown): string | undefined {
  const outer = parsed(details);
  if (!isRecord(outer)) return undefined;
  const inner = parsed(outer.eCustDetails);
  const { eCin } = isRecord(inner) ? inner : outer;
  return typeof eCin === 'string' && eCin !== '' ? eCin : undefined;
}
