/** A frame that was understood, or what is wrong with it. */
export type ReadResult<Request> =
  | { readonly request: Request }
  /** `n` where it can be told, so that the answer finds who asked. */
  | { readonly problem: string; readonly n?: number };
