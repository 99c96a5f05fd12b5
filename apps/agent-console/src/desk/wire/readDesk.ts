import type { AgentFrame, DeskChat, PastChat, TransRecord } from '@offhook/livechat';
import { readAgentRef } from './readRefs.js';
import { isCount, isFields, isOneOf, isText, listOf, maybe, type Fields } from './shape.js';

/** Reads a chat as the desk shows it. */
function readDeskChat(value: unknown): DeskChat | undefined {
  if (!isFields(value)) return undefined;
  const { sid, clientId, state, position, name, topic, since, agents, attached } = value;
  if (!isText(sid) || !isText(since) || !isOneOf(['queued', 'connected', 'ended'], state)) return undefined;
  return {
    sid,
    ...maybe('clientId', clientId, isText),
    state,
    ...maybe('position', position, isCount),
    name: isText(name) ? name : '',
    topic: isText(topic) ? topic : '',
    since,
    agents: listOf(agents, readAgentRef),
    attached: attached === true,
  };
}

/** Reads who waits, the agent's own chats, and who is logged in. */
export function readDesk({ waiting, waitingCount, own, agents }: Fields): AgentFrame {
  const shown = listOf(waiting, readDeskChat);
  return {
    t: 'desk',
    waiting: shown,
    waitingCount: isCount(waitingCount) ? waitingCount : shown.length,
    own: listOf(own, readDeskChat),
    agents: listOf(agents, readAgentRef),
  };
}

function readTrans(value: unknown): TransRecord | undefined {
  if (!isFields(value)) return undefined;
  const { type, by, msg, id, name, time } = value;
  if (!isText(time)) return undefined;
  if (type === 'msg') return isOneOf(['c', 'a'], by) && isText(msg) ? { type, by, msg, time } : undefined;
  return isOneOf(['connect', 'disconnect'], type) && isText(id) && isText(name)
    ? { type, id, name, time }
    : undefined;
}

/** Reads an earlier chat. */
export function readPastChat(value: unknown): PastChat | undefined {
  if (!isFields(value)) return undefined;
  const { sid, trans } = value;
  return isText(sid) ? { sid, trans: listOf(trans, readTrans) } : undefined;
}
