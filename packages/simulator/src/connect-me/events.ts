import type { Leg, SimCall } from './call.js';

/** A frame of this vendor: named by its `event`. */
export interface EventFrame {
  readonly event: string;
  readonly [argument: string]: unknown;
}

/** The first word of every widget, and no event: a bare string. */
export const capabilitiesRequest = 'capabilitiesRequest';

export const readyEvent: EventFrame = { event: 'ready' };
export const loginEvent: EventFrame = { event: 'login' };

export function newSessionEvent(call: SimCall, leg: Leg): EventFrame {
  return {
    event: 'newSession',
    id: leg.id,
    type: leg.type,
    incoming: call.direction === 'inbound',
    status: leg.firstStatus,
    remoteIdentity: {
      ...(call.direction === 'outbound' || call.remote.name === undefined
        ? {}
        : { displayName: call.remote.name }),
      uri: { user: call.remote.number },
    },
  };
}

export const statusEvent = ({ id, status }: Leg): EventFrame => ({
  event: 'sessionStatusUpdate',
  id,
  status,
});

// The vendor's document says that a host with these capabilities is told by an event, but neither how the event
// is called nor what is in it. The three names and their arguments are the simulator's own.

/** For `nativeRinger`: the host's own ringer begins or ends. */
export const ringingEvent = (on: boolean): EventFrame => ({ event: 'ringing', on });
/** For `speaker`: the person wants the call on the loudspeaker, or back on the headphone. */
export const speakerEvent = (on: boolean): EventFrame => ({ event: 'speaker', on });
/** For `share`: the person wants to share a message of a conversation. */
export const shareEvent = (uri: string, text: string): EventFrame => ({ event: 'share', uri, text });
