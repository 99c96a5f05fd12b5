/** What has to be remembered of a call that lives. All times are monotonic milliseconds. */
export interface TrackedCall {
  readonly id: string;
  /** When we saw it ring, dial or be answered: what the vendor's durations are held against. */
  readonly waitingAt?: number | undefined;
  readonly answeredAt?: number | undefined;
  /** Somebody has answered, whether or not we saw when. */
  readonly answered: boolean;
  /** When it ends unless it is seen again, since the widget was loaded anew. */
  readonly dueAt?: number | undefined;
}
