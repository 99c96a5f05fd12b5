/** What one side's page says to one of the other side's: a seat is a page of the customer's, or of an agent's. */
export interface SeatSignal {
  readonly sid: string;
  readonly media: string;
  /** Whose page says it. */
  readonly by: 'c' | 'a';
  readonly from: string;
  readonly to: string;
  readonly data: unknown;
}

/** What nodes tell each other that need not be kept. */
export type Told =
  | {
      readonly t: 'typing';
      readonly site: string;
      readonly sid: string;
      /** Who types; its own pages aren't told. */
      readonly by: 'c' | 'a';
      readonly agent?: string;
      readonly name?: string;
      readonly state: 0 | 1;
    }
  /** For one page, which isn't linked at `node`. */
  | (SeatSignal & { readonly t: 'signal'; readonly site: string; readonly node: string })
  | { readonly t: 'captcha'; readonly site: string; readonly web: string; readonly except?: string }
  | { readonly t: 'history'; readonly site: string; readonly sid: string; readonly customer: string }
  /** `from` has done it already. */
  | { readonly t: 'reset'; readonly site: string; readonly from: string };

/** The topic of the hub's own. */
export const hubTopic = 'hub';
