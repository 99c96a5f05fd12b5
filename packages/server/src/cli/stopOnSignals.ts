/** Ends a server in good order on Ctrl-C and SIGTERM, and then the process. A second one doesn't wait. */
export function stopOnSignals(close: () => Promise<void>): () => void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    void close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  return stop;
}
