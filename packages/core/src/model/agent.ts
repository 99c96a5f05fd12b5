/** Whether the agent takes calls. */
export type Presence = 'available' | 'busy' | 'paused' | 'wrap-up' | 'offline' | 'unknown';

/** Who works the phone at one connector. */
export interface Agent {
  readonly connector: string;
  readonly userId?: string;
  readonly login?: string;
  readonly name?: string;
  readonly extension?: string;
  readonly presence: Presence;
  readonly pauseReason?: string;
}
