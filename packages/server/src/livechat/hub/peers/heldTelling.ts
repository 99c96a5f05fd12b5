/**
 * Tells a connection frames, but not before the answers that they follow from: while a request of the kind that changes what
 * is told is being answered, they are held, and told in a later turn of the event loop.
 */
export class HeldTelling<Frame> {
  readonly #tell: (frame: Frame) => void;
  #holding = 0;
  #held: Frame[] = [];
  #silent = false;

  constructor(tell: (frame: Frame) => void) {
    this.#tell = tell;
  }

  get silent(): boolean {
    return this.#silent;
  }

  tell(frame: Frame): void {
    if (this.#silent) return;
    if (this.#holding > 0) this.#held.push(frame);
    else this.#tell(frame);
  }

  /** Takes back what is held and meets a condition: the answer has it already. */
  drop(isKnown: (frame: Frame) => boolean): void {
    this.#held = this.#held.filter((frame) => !isKnown(frame));
  }

  /** Nothing is told any more. */
  silence(): void {
    this.#silent = true;
    this.#held = [];
  }

  async during<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
    this.#holding += 1;
    try {
      return await answer();
    } finally {
      setImmediate(() => this.#release());
    }
  }

  #release(): void {
    this.#holding -= 1;
    if (this.#holding > 0 || this.#silent) return;
    for (const frame of this.#held.splice(0)) this.#tell(frame);
  }
}
