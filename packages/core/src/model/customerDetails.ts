/** Who the customer is and what the chat is about, as far as the app says. All of it reaches the company. */
export interface CustomerDetails {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly topic?: string;
  /** Where it comes from: a web site, an app. */
  readonly channel?: string;
  readonly pageTag?: string;
  readonly language?: string;
  readonly country?: string;
  readonly brand?: string;
  readonly segment?: string;
  readonly registrationStatus?: string;
  readonly authStatus?: string;
  readonly authLevel?: string;
  /** The session with a bot that came before. */
  readonly assistantSessionId?: string;
  /** What a vendor knows beyond this, in its own words. */
  readonly vendor?: Readonly<Record<string, string>>;
}
