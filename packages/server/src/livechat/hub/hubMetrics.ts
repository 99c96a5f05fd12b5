/** What the hub counts. No chat, person or page is among the labels. */
export interface HubMetrics {
  /** `outcome`: `queued`, `notice`, or the code it was refused with. */
  started?(outcome: string): void;
  message?(by: 'c' | 'a'): void;
  ended?(by: 'client' | 'agent' | 'server'): void;
  /** A desk decision that had to be made anew, as another node was faster. */
  conflict?(): void;
  /** Connections of pages (`c`) and agents (`a`): 1 or -1. */
  connected?(who: 'c' | 'a', change: 1 | -1): void;
}
