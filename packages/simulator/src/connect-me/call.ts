export type SessionType = 'SipSession' | 'UepChannelSession';
export type SessionStatus = 'calling' | 'ringing' | 'confirmed' | 'terminated';

export interface RemoteParty {
  readonly number: string;
  readonly name?: string;
}

/** What the vendor tells as one session: a call on the softphone, or the same call on the desk phone. */
export interface Leg {
  /** Counts from 0; an id whose session is over may come again. */
  readonly id: number;
  readonly type: SessionType;
  /** What it began with: a session that is told anew begins there again. */
  readonly firstStatus: 'calling' | 'ringing';
  status: SessionStatus;
}

/** One conversation by phone, on as many phones as it rings. */
export interface SimCall {
  /** Never comes again, unlike the ids of its legs. */
  readonly key: string;
  readonly direction: 'inbound' | 'outbound';
  readonly remote: RemoteParty;
  readonly local: string;
  readonly legs: readonly Leg[];
  readonly placedAt: number;
  startedAt: number | undefined;
  /** Hold, mute and keys stay between the widget and its vendor: no frame speaks of them. */
  held: boolean;
  remoteHeld: boolean;
  muted: boolean;
  dtmf: string;
}

export const isLive = (leg: Leg): boolean => leg.status !== 'terminated';
export const liveLegs = (call: SimCall): Leg[] => call.legs.filter(isLive);
export const isOver = (call: SimCall): boolean => !call.legs.some(isLive);
export const isConnected = (call: SimCall): boolean => call.legs.some(({ status }) => status === 'confirmed');
const isWaiting = (call: SimCall): boolean => !isOver(call) && !isConnected(call);
export const isRinging = (call: SimCall): boolean => call.direction === 'inbound' && isWaiting(call);
export const isDialing = (call: SimCall): boolean => call.direction === 'outbound' && isWaiting(call);
/** True when the conversation is on the desk phone: the widget can end it, but has none of its sound. */
export const isOnDeskPhone = (call: SimCall): boolean =>
  liveLegs(call).every(({ type }) => type === 'UepChannelSession');
