/** A failure in a word: its code, such as `SQLITE_FULL` or `ENOSPC`, or its name. Its text can quote what was written. */
export function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' && error.code !== '' ? error.code : error.name;
}
