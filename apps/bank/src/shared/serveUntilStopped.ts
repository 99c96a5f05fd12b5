/**
 * Runs one of the bank's processes until it is told to stop: by a signal, or by the end of its standard input, which is the end
 * of whoever started it.
 */
export function serveUntilStopped(start: () => Promise<{ close(): Promise<void> }>): void {
  const fail = (error: unknown): void => {
    process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
    process.exit(1);
  };
  start().then((server) => {
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      server.close().then(() => process.exit(0), fail);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
    process.stdin.once('end', stop).resume();
  }, fail);
}
