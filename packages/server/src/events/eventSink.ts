/** Where a stream's bytes go: a Node response, or a web stream. */
export interface EventSink {
  /** Takes the bytes, now or when the client reads. The same bytes go to many: nobody may change them. */
  write(chunk: Uint8Array): void;
  /** How many bytes the client hasn't taken yet. */
  pending(): number;
  /** Ends the connection: the client was too slow, and resumes. */
  close(): void;
}
