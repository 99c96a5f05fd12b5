/** What the vendor asks of its frame. */
export interface Widget {
  readonly connector: string;
  readonly open: boolean;
  /** CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
}
