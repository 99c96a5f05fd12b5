import type { NoticeCode } from '@offhook/livechat';
import { customerHash } from '../streams.js';
import { canServe } from './canServe.js';
import { done, refused, type DeskAnswer, type StartCommand } from './command.js';
import { type Desk } from './desk.js';
import { endWithNotice } from './endings.js';
import { startRefusal } from './matrix.js';
import { phoneNumber } from './phoneNumber.js';
import { type Turn } from './turn.js';

/** Why a chat can't wait (T-154, T-155), or undefined. */
function obstacle(desk: Desk, skill: string | undefined, turn: Turn): NoticeCode | undefined {
  const { notification, queueLimit } = turn.settings;
  if (notification !== undefined) return notification;
  const staffed = [...desk.agents.values()].some((agent) => canServe(agent, skill));
  if (!staffed) return 'NoStaffedAgents';
  return desk.queue.length >= queueLimit ? 'QueueIsTooBig' : undefined;
}

/** Starts a chat: it waits at the tail, or becomes a callback at once (P-4, P-12, P-14). */
export function startChat(desk: Desk, command: StartCommand, turn: Turn): DeskAnswer {
  const { sid, web, page, node, details, bot, clientId, autoCallback } = command;
  const customer = details.eCin ? customerHash(details.eCin) : undefined;
  const { now, settings } = turn;
  const code = startRefusal(desk, { ...command, customer }, settings.caps, now);
  if (code !== undefined) {
    if (code === 'AlreadyEndedSession' && clientId !== undefined)
      turn.happened({ t: 'told', at: now, web, clientId });
    return refused(code);
  }
  const { priority, skill } = settings.route?.(details) ?? { priority: 0 };
  const number = phoneNumber(details.eMobileNo ?? '');
  const named = clientId === undefined ? {} : { clientId };
  turn.happened({
    t: 'started',
    at: now,
    sid,
    ...named,
    web,
    page,
    node,
    name: details.eCustName ?? '',
    topic: details.pTopic ?? '',
    ...(customer === undefined ? {} : { customer }),
    ...(number === undefined ? {} : { number }),
    autoCallback,
    priority,
    ...(skill === undefined ? {} : { skill }),
    until: now + settings.queueTimeoutMs,
  });
  turn.entry(sid, { type: 'start', ...named, details, ...(bot === undefined ? {} : { bot }) });
  if (customer !== undefined) turn.customerChat(customer, sid);
  const notice = command.forced ?? obstacle(desk, skill, turn);
  if (notice !== undefined) endWithNotice(turn, { sid, agents: [], number, autoCallback }, notice);
  return done(sid);
}
