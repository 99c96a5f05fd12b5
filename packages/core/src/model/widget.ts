/** What the vendor asks of its frame. */
export interface Widget {
  readonly connector: string;
  /** Whether it is to be seen, where a frame follows that; the vendor, `openOn` and the app open and close it. */
  readonly open: boolean;
  /** CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
}
