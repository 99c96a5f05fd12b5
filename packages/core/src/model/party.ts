/** Whoever is at one end of a call or a thread. Numbers are as the vendor wrote them. */
export interface Party {
  readonly number?: string;
  readonly name?: string;
  readonly extension?: string;
  readonly uri?: string;
}
