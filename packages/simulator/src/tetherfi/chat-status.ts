import type { AgentRef, TransRecord } from '@offhook/livechat';

/** A chat as the back end's switch lists it; `state` in the words of Offhook's model. */
export interface ChatStatus {
  readonly id: string;
  readonly sid: string;
  readonly clientId?: string;
  readonly state: string;
  /** From 1, while it waits. */
  readonly queuePosition?: number;
  readonly agents: readonly AgentRef[];
  readonly trans: readonly TransRecord[];
  readonly details: Readonly<Record<string, string>>;
}
