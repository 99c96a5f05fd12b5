import type { AgentRef, FileRef } from '@offhook/livechat';
import { isCount, isFields, isText, type Fields } from './shape.js';

/** Reads somebody who works for the company. */
export function readAgentRef(value: unknown): AgentRef | undefined {
  if (!isFields(value)) return undefined;
  const { id, name } = value;
  return isText(id) && isText(name) ? { id, name } : undefined;
}

/** The agent who did something, as a field to spread; a customer's has none. */
export const author = ({ agent }: Fields): { readonly agent?: AgentRef } => {
  const ref = readAgentRef(agent);
  return ref === undefined ? {} : { agent: ref };
};

/** Reads a file that was uploaded whole. */
export function readFileRef(value: unknown): FileRef | undefined {
  if (!isFields(value)) return undefined;
  const { id, name, size, type } = value;
  return isText(id) && isText(name) && isCount(size) && isText(type) ? { id, name, size, type } : undefined;
}
