/** Something in a file that could not be taken as it is. */
export interface ImportProblem {
  /** The line, from 1, on which the card, the row or the value begins. */
  readonly line: number;
  /** What is wrong, in a sentence. */
  readonly reason: string;
  /** `contact`: nothing was taken, and `bad` counts it. `value`: the contact was taken, without this or with a guess. */
  readonly lost: 'contact' | 'value';
}

/** Told of each contact that is read, and of each problem. */
export interface ImportSink {
  contact(contact: ImportedContact, line: number): void;
  problem(problem: ImportProblem): void;
}

/** A contact as it stands in a file: it may lack what ours must have. */
export interface ImportedContact {
  readonly id?: string;
  readonly name: string;
  readonly type?: string;
  readonly phones: readonly { readonly number: string; readonly type: string }[];
  readonly emails: readonly string[];
  readonly company?: string;
  readonly updatedAt?: number;
}

/** Reads a file's lines, one after another. */
export interface LineParser {
  line(text: string, number: number): void;
  /** There are no more. */
  end(): void;
}
