const formats = new Map<string, Intl.DateTimeFormat>();

/** A wall-clock time as the language writes it, seconds included. */
export function formatTime(at: number, language: string): string {
  let format = formats.get(language);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(language, format);
  }
  return format.format(at);
}
