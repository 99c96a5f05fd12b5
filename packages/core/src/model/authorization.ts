/** Whether the agent is signed in to the host's own system, and as whom. */
export interface Authorization {
  readonly authorized: boolean;
  /** An account's name or address, to show. */
  readonly account?: string;
}
