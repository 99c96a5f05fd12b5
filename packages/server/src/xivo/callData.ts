import type { XivoCall } from './xivoCall.js';

/** What a page and a browser's stream are told of a call. The token isn't in it. */
export interface CallData {
  /** The call's linked id. */
  readonly id: string;
  /** When the desktop asked, in milliseconds since 1970. */
  readonly at: number;
  readonly user: {
    readonly userId: number;
    readonly agentId?: number;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly fullName?: string;
  };
  readonly caller?: string;
  readonly callee: string;
  readonly userData: XivoCall['userData'];
  readonly queue?: XivoCall['queue'];
}

/** Puts a call into what browsers are told; members are named one by one, so that no other can slip in. */
export function callData(call: XivoCall, at: number): CallData {
  const { userId, agentId, firstName, lastName, fullName } = call.user;
  return {
    id: call.callDataCallId,
    at,
    // Members that are undefined aren't written into the JSON.
    user: { userId, agentId, firstName, lastName, fullName } as CallData['user'],
    caller: call.caller,
    callee: call.callee,
    userData: call.userData,
    queue: call.queue,
  } as CallData;
}

/** What a page gets when it asks for its call: the same, and the title of its pane. */
export function pageData(data: string, title: string | undefined): string {
  return title === undefined ? data : `${data.slice(0, -1)},"title":${JSON.stringify(title)}}`;
}

/** The name of a call in the log: an id alone is not enough, because a call rings at several agents. */
export const callKey = (user: number, call: string): string => `${user}:${call}`;
