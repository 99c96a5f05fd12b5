import type { Agent, Call, PaneAsk } from '@offhook/core';
import { defined } from '../read.js';

/** Who works the phone, as the service knows people. */
export interface ServiceUser {
  readonly userId: number;
  readonly agentId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly fullName: string;
}

/** What the service is asked. The keys are in the order of the vendor's sample. */
export interface ServiceRequest {
  readonly user: ServiceUser & { readonly token: string };
  readonly callee: string;
  readonly caller: string;
  readonly userData: Readonly<Record<string, string>>;
  readonly callDataCallId: string;
  readonly queue?: {
    readonly id: number;
    readonly name: string;
    readonly displayName: string;
    readonly number: string;
  };
}

/** The service's ids are whole numbers. What a vendor doesn't have, or has as something else, is zero. */
const numeric = (id: string | undefined): number => {
  const number = /^\d{1,15}$/.test(id ?? '') ? Number(id) : 0;
  return Number.isSafeInteger(number) ? number : 0;
};

function userOf({ userId, name, login }: Agent): ServiceUser {
  const fullName = name ?? login ?? '';
  const [firstName = '', ...rest] = fullName.trim().split(/\s+/);
  return { userId: numeric(userId), agentId: 0, firstName, lastName: rest.join(' '), fullName };
}

/** The id by which the service knows a call: what all systems call it by; else one that no other call ever has. */
export const callDataCallId = ({ linkedId, id, startedAt }: Call): string => linkedId ?? `${id}@${startedAt}`;

/**
 * The question about a call of any vendor's. Pure.
 *
 * @param known what the app knows better of the agent
 * @param token what the service is to know the agent by; empty where there is none
 */
export function paneRequest(
  { call, agent }: Pick<PaneAsk, 'call' | 'agent'>,
  known: Partial<ServiceUser> = {},
  token = '',
): ServiceRequest {
  const remote = call.remote.number ?? '';
  const local = call.local?.number ?? agent.extension ?? '';
  const [caller, callee] = call.direction === 'inbound' ? [remote, local] : [local, remote];
  const { queue, sipCallId, userData } = call;
  return defined<ServiceRequest>({
    user: { ...userOf(agent), ...known, token },
    callee,
    caller,
    userData: sipCallId === undefined ? userData : { SIPCALLID: sipCallId, ...userData },
    callDataCallId: callDataCallId(call),
    // A name is all that Offhook knows of a queue.
    queue: queue === undefined ? undefined : { id: 0, name: queue, displayName: queue, number: '' },
  });
}
