import type { AgentFrame, AgentRef, AgentRequest } from '@offhook/livechat';

/** An agent's page, on one connection. Who it is was checked before. */
export interface AgentPeer {
  readonly site: string;
  readonly agent: AgentRef;
  /** What the agent can do; absent: all. */
  readonly skills?: readonly string[];
  /** Told in order; the same frame object goes to all that get it. Must not throw. */
  tell(frame: AgentFrame): void;
  /** The connection has no use any more: the agent logged out here, or the site was reset. */
  close?(): void;
}

/** The hub's end of an agent's connection. The agent is logged in while linked, and `agentLostMs` longer. */
export interface AgentLink {
  /** Never rejects. `hello` comes first. What follows from the answer is told in a later turn of the event loop. */
  ask(request: AgentRequest): Promise<AgentFrame | undefined>;
  /** The connection is lost: not a logout. */
  gone(): void;
}
