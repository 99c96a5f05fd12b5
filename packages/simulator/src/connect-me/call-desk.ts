import { account } from './account.js';
import {
  isConnected,
  isLive,
  isOver,
  type Leg,
  type RemoteParty,
  type SessionType,
  type SimCall,
} from './call.js';
import { speakerEvent } from './events.js';
import { liveCalls, type ConnectMeSession } from './session.js';
import { tellHosts } from './tell-host.js';

/** From the first word of a call until it rings, here or at the other end. */
const RINGS_HERE_MS = 80;
const RINGS_THERE_MS = 300;
const KEPT_RECORDS = 50;

const digitsOf = (number: string): string => number.replace(/[^0-9*#]/g, '');

export const hasId = (session: ConnectMeSession, id: number): boolean =>
  liveCalls(session).some((call) => call.legs.some((leg) => isLive(leg) && leg.id === id));

function takeId(session: ConnectMeSession, taken: readonly number[]): number {
  const { state } = session;
  while (hasId(session, state.nextId) || taken.includes(state.nextId)) state.nextId += 1;
  return state.nextId++;
}

function addCall(
  session: ConnectMeSession,
  options: {
    readonly direction: SimCall['direction'];
    readonly remote: RemoteParty;
    readonly local: string;
    readonly types: readonly SessionType[];
    readonly vendorId: number | undefined;
  },
): SimCall {
  const { direction, remote, local, types, vendorId } = options;
  const ids: number[] = [];
  const legs = types.map((type): Leg => {
    const id = ids.length === 0 && vendorId !== undefined ? vendorId : takeId(session, ids);
    ids.push(id);
    // A desk phone's channel is there only once it rings.
    const firstStatus = type === 'UepChannelSession' ? 'ringing' : 'calling';
    return { id, type, firstStatus, status: firstStatus };
  });
  const call: SimCall = {
    key: `call-${session.serial()}`,
    direction,
    remote,
    local,
    legs,
    placedAt: session.clock.now(),
    startedAt: undefined,
    held: false,
    remoteHeld: false,
    muted: false,
    dtmf: '',
  };
  session.calls.set(call.key, call);
  for (const tab of session.tabs) tab.page = 'phone';
  tellHosts(session);
  session.timers.after(direction === 'inbound' ? RINGS_HERE_MS : RINGS_THERE_MS, () => {
    for (const leg of call.legs) if (leg.status === 'calling') leg.status = 'ringing';
    tellHosts(session);
  });
  return call;
}

/** Somebody rings the agent: the softphone when it is registered, the desk phone too with two legs, or alone. */
export function ringCall(
  session: ConnectMeSession,
  options: {
    readonly remote: RemoteParty;
    readonly local?: string;
    readonly legs: 1 | 2;
    readonly vendorId: number | undefined;
  },
): SimCall {
  const { remote, local = account.number, legs, vendorId } = options;
  const types: SessionType[] = session.state.sip === 'registered' ? ['SipSession'] : [];
  if (legs === 2 || types.length === 0) types.push('UepChannelSession');
  return addCall(session, { direction: 'inbound', remote, local, types, vendorId });
}

/** Why the widget would ignore a wish to dial; undefined when it wouldn't. */
export function refusesToDial(session: ConnectMeSession, number: string): string | undefined {
  if (session.state.user === undefined) return 'Nobody is signed in.';
  if (session.state.sip !== 'registered') return 'The softphone is not registered.';
  if (digitsOf(number) === '') return 'The number has no digits.';
  return undefined;
}

/** The agent calls somebody; whoever they talk with waits meanwhile. */
export function dialCall(
  session: ConnectMeSession,
  options: {
    readonly remote: RemoteParty;
    readonly local?: string;
    readonly vendorId?: number | undefined;
  },
): SimCall {
  const { remote, local = account.number, vendorId } = options;
  holdOthers(session);
  return addCall(session, { direction: 'outbound', remote, local, types: ['SipSession'], vendorId });
}

function holdOthers(session: ConnectMeSession, but?: SimCall): void {
  for (const call of liveCalls(session)) if (call !== but && isConnected(call)) call.held = true;
}

/** One leg is answered; what the call had besides is over. */
export function connectCall(session: ConnectMeSession, call: SimCall, answered: Leg): void {
  if (call.direction === 'inbound') holdOthers(session, call);
  for (const leg of call.legs) if (isLive(leg)) leg.status = leg === answered ? 'confirmed' : 'terminated';
  call.startedAt = session.clock.now();
  tellHosts(session);
}

/** With the last call the loudspeaker is over too. */
function silenceSpeakers(session: ConnectMeSession): void {
  for (const tab of session.tabs) {
    if (!tab.speaker) continue;
    tab.speaker = false;
    tab.post(speakerEvent(false));
  }
}

/** The end, whoever wanted it and why: the wire doesn't tell. */
export function endCall(session: ConnectMeSession, call: SimCall): void {
  if (isOver(call)) return;
  const { recent } = session.state;
  for (const leg of call.legs) leg.status = 'terminated';
  session.calls.delete(call.key);
  recent.unshift({
    key: call.key,
    direction: call.direction,
    number: call.remote.number,
    ...(call.remote.name === undefined ? {} : { name: call.remote.name }),
    answered: call.startedAt !== undefined,
    at: call.placedAt,
  });
  recent.splice(KEPT_RECORDS);
  if (session.calls.size === 0) silenceSpeakers(session);
  tellHosts(session);
}

/** Only one conversation at a time has the agent's ear. */
export function setHeld(session: ConnectMeSession, call: SimCall, held: boolean): void {
  if (!held) holdOthers(session, call);
  call.held = held;
  session.touch();
}
