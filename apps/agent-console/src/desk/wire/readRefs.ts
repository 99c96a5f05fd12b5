import type { AgentRef, FileRef } from '@offhook/livechat';
import { isCount, isFields, isText } from './shape.js';

/** Reads somebody who works for the company. */
export function readAgentRef(value: unknown): AgentRef | undefined {
  if (!isFields(value)) return undefined;
  const { id, name } = value;
  return isText(id) && isText(name) ? { id, name } : undefined;
}

/** Reads a file that was uploaded whole. */
export function readFileRef(value: unknown): FileRef | undefined {
  if (!isFields(value)) return undefined;
  const { id, name, size, type } = value;
  return isText(id) && isText(name) && isCount(size) && isText(type) ? { id, name, size, type } : undefined;
}
