/** Frames as the widget sends them, for one inbound call unless told otherwise. */

export const phoneCall = {
  id: 'leg-1',
  callId: 'leg',
  direction: 'Inbound',
  callStatus: 'webphone-session-connecting',
  from: '+12165325078',
  fromUserName: 'WIRELESS CALLER',
  to: '16505550000*101',
  toUserName: 'Test User',
  creationTime: 1_000,
  isOnHold: false,
  isOnMute: false,
  recordStatus: 'webphone-record-idle',
  partyData: { partyId: 'p-1', sessionId: 's-1' },
};

/** A frame of the web phone: `phone('ring')`, `phone('start', { startTime })`. */
export const phone = (name: string, facts: object = {}): object => ({
  type: `rc-call-${name}-notify`,
  call: { ...phoneCall, ...facts },
});

export const ring = (facts: object = {}): object => phone('ring', facts);

export const start = (facts: object = {}): object =>
  phone('start', { callStatus: 'webphone-session-connected', startTime: 2_000, ...facts });

export const end = (facts: object = {}): object => phone('end', { endTime: 9_000, ...facts });

/** The first frame of a call that the person places: it knows neither session nor call id yet. */
export const init = (facts: object = {}): object =>
  phone('init', {
    id: 'leg-out',
    callId: undefined,
    direction: 'Outbound',
    callStatus: 'webphone-session-setup',
    from: '16505550000*101',
    fromUserName: 'Test User',
    to: '+12165329999',
    toUserName: undefined,
    partyData: null,
    ...facts,
  });

export const outbound = {
  id: 'leg-out',
  direction: 'Outbound',
  from: '16505550000*101',
  fromUserName: 'Test User',
  to: '+12165329999',
  toUserName: undefined,
  partyData: { partyId: 'p-out', sessionId: 's-out' },
};

/** Presence of the same call. */
export const presence = (telephonyStatus: string, facts: object = {}): object => ({
  type: 'rc-active-call-notify',
  call: {
    direction: 'Inbound',
    from: { phoneNumber: '+12165325078' },
    fromName: 'WIRELESS CALLER',
    to: { phoneNumber: '+16505550101' },
    toName: 'Test User',
    telephonyStatus,
    sessionId: '314705503099',
    telephonySessionId: 's-1',
    partyId: 'p-1',
    startTime: 1_000,
    ...facts,
  },
});

/** The telephony session of the same call, with our party in this status. */
export const session = (code: string, party: object = {}, reason?: string): object => ({
  type: 'rc-telephony-session-notify',
  telephonySession: {
    id: 's-1',
    sessionId: '314705503099',
    sequence: 1,
    parties: [
      {
        id: 'p-1',
        direction: 'Inbound',
        from: { phoneNumber: '+12165325078' },
        to: { phoneNumber: '+16505550101' },
        status: { code, ...(reason === undefined ? {} : { reason }) },
        ...party,
      },
    ],
  },
});

export const message = (facts: object = {}): object => ({
  id: 501,
  type: 'SMS',
  direction: 'Inbound',
  from: { phoneNumber: '+12165325078', name: 'Ada' },
  to: [{ phoneNumber: '+16505550101' }],
  creationTime: '2026-11-21T08:00:00.000Z',
  readStatus: 'Unread',
  availability: 'Alive',
  messageStatus: 'Received',
  subject: 'Hello',
  attachments: [],
  conversationId: '6740',
  ...facts,
});
