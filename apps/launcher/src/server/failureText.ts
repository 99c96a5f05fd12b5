/** Why the launcher could not start, in a line that says what to do. */
export function failureText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? ` ${String(error.port)}` : '';
    return (
      `Port${port} is taken. Stop what listens there, or choose other ports: ` +
      'OFFHOOK_PORT=5200 puts the launcher on 5200 and the simulator on 5300 and up.'
    );
  }
  return 'message' in error ? String(error.message) : 'The launcher could not start.';
}
