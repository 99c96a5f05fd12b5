/** An invitation that the host is asked to send: to a conference call, or to a meeting. */
export interface Invite {
  readonly kind: 'conference' | 'meeting';
  readonly topic?: string;
  readonly location?: string;
  /** The text to send, with numbers and codes to join by. */
  readonly details?: string;
  /** Wall-clock milliseconds. */
  readonly startsAt?: number;
  readonly endsAt?: number;
  /** Whatever else the vendor tells, as text. */
  readonly userData: Readonly<Record<string, string>>;
}
