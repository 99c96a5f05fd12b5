/** A piece of code of a vendor's document, as it stands there. */
export interface Snippet {
  readonly code: string;
  /** Where it begins in the document. */
  readonly line: number;
}
