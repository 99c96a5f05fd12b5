import { account } from './account.js';
import { isEnded, type SimCall } from './call.js';

/** The `call` of web-phone frames (`rc-call-…-notify`, `rc-webphone-sessions-sync`), keys in the recorded order. */
export function webphoneCall(call: SimCall, contactMatch?: unknown): Readonly<Record<string, unknown>> {
  const inbound = call.direction === 'Inbound';
  const { number, name } = call.remote;
  return {
    id: call.id,
    ...(call.partyKnown ? { callId: call.sipCallId } : {}),
    direction: call.direction,
    callStatus: `webphone-session-${call.status}`,
    to: inbound ? account.sipUser : number,
    ...(inbound ? { toUserName: account.name } : name === undefined ? {} : { toUserName: name }),
    from: inbound ? number : account.sipUser,
    ...(inbound ? {} : { fromNumber: call.localNumber }),
    ...(inbound ? (name === undefined ? {} : { fromUserName: name }) : { fromUserName: account.name }),
    fromTag: call.fromTag,
    ...(call.startedAt === undefined ? {} : { startTime: call.startedAt }),
    creationTime: call.createdAt,
    isOnHold: call.held,
    isOnMute: call.muted,
    isOnFlip: false,
    isOnTransfer: call.onTransfer,
    isToVoicemail: call.toVoicemail,
    isForwarded: call.forwarded,
    isReplied: false,
    recordStatus: `webphone-record-${call.recordStatus}`,
    ...(contactMatch === undefined ? {} : { contactMatch }),
    minimized: call.minimized,
    partyData: call.partyKnown ? { partyId: call.partyId, sessionId: call.telephonySessionId } : null,
    lastActiveTime: call.createdAt,
    cached: false,
    removed: false,
    callQueueName: call.queue ?? null,
    ...(isEnded(call) ? { endTime: call.endedAt } : {}),
  };
}
