/** Frames as the widget sends them, for an inbound call to the softphone unless told otherwise. */

export const asks = 'capabilitiesRequest';
export const ready = { event: 'ready' };
export const login = { event: 'login' };
export const registered = { event: 'sipRegisted' };

/** All that the widget says until it can phone. */
export const signedIn: readonly unknown[] = [asks, ready, login, registered];

export const number = '+3227887900';

/** A new session: `session(0, { type: 'UepChannelSession' })`. */
export const session = (id: number, facts: object = {}, user: string = number): object => ({
  event: 'newSession',
  id,
  type: 'SipSession',
  incoming: true,
  status: 'calling',
  remoteIdentity: { displayName: 'John Doe', uri: { user } },
  ...facts,
});

/** The same call on the phone on the desk. */
export const desk = (id: number, facts: object = {}, user: string = number): object =>
  session(id, { type: 'UepChannelSession', ...facts }, user);

/** A call that we place. */
export const placed = (id: number, user: string = number): object =>
  session(id, { incoming: false, remoteIdentity: { uri: { user } } });

export const update = (id: number, status: string): object => ({ event: 'sessionStatusUpdate', id, status });
