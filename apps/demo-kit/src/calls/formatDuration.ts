const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Milliseconds as `m:ss`; an hour reads `60:00`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)}`;
}

/** Milliseconds as `PT1M5S`, as `<time datetime>` wants a duration. */
export function isoDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `PT${Math.floor(seconds / 60)}M${seconds % 60}S`;
}
