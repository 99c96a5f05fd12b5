import { expect } from '@playwright/test';
import type { AgentClient } from './agentClient.js';

/** Takes the chat that waits longest, once there is one; gives its Sid. */
export async function acceptNext(agent: AgentClient): Promise<string> {
  await expect
    .poll(() => agent.waiting.length, { message: 'a chat waits', timeout: 20_000 })
    .toBeGreaterThan(0);
  const { sid = '' } = await agent.ask({ t: 'accept' });
  return sid;
}
