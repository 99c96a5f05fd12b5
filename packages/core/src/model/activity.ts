/** An item of a contact's history in the host's own system. */
export interface Activity {
  readonly id: string;
  readonly subject: string;
  /** Wall-clock milliseconds. */
  readonly at: number;
}
