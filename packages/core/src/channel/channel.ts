/** A way to one vendor: guarded messages in, messages out. Connectors speak only through this; tests give a fake. */
export interface Channel<In> {
  /** Calls back for each message that passed every check. Bound. */
  listen(handler: (message: In) => void): () => void;
  /** Posts to the exact origin; dropped when nobody is there. */
  send(message: unknown): void;
  close(): void;
}
