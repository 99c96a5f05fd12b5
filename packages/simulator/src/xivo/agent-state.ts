import { addEvent } from './event-log.js';
import type { Pane } from './pane.js';
import type { XivoSession } from './session.js';

/** Whether the agent takes calls from queues. */
export interface AgentState {
  readonly state: 'ready' | 'paused' | 'logged-out';
  /** Why paused. */
  readonly reason?: string;
}

/** In words, as the status `Agent state` says it. */
export function agentText({ state, reason }: AgentState): string {
  if (state === 'logged-out') return 'Logged out';
  if (state === 'ready') return 'Ready';
  return reason === undefined ? 'On pause' : `On pause: ${reason}`;
}

export function setAgent(session: XivoSession, agent: AgentState): void {
  session.state.agent = agent;
  addEvent(session, `Agent: ${agentText(agent)}`);
}

/** A pane that wants it opened. */
export function pauseFor(session: XivoSession, pane: Pane): void {
  const { state } = session;
  if (!pane.autopause || state.agent.state === 'logged-out') return;
  if (!session.panes.some((one) => one.pausing)) state.beforePause = state.agent;
  pane.pausing = true;
  const { autopauseReason: reason } = pane;
  state.autopause = { state: 'paused', ...(reason === undefined ? {} : { reason }) };
  setAgent(session, state.autopause);
}

/**
 * A pane is done. When it was the last that kept the agent on pause, the agent is ready again, as documented;
 * with `restorePause` as before, unless the agent has chosen something else meanwhile.
 */
export function unpauseAfter(session: XivoSession, pane: Pane): void {
  if (!pane.pausing) return;
  pane.pausing = false;
  const { state, config } = session;
  if (session.panes.some((one) => one.pausing) || state.agent.state === 'logged-out') return;
  if (!config.restorePause) {
    if (state.agent.state !== 'ready') setAgent(session, { state: 'ready' });
  } else if (state.agent === state.autopause && state.beforePause) {
    setAgent(session, state.beforePause);
  }
}
