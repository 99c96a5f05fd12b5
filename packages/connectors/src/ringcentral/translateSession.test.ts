import type { Report } from '@offhook/core';
import type { Session } from './session.js';
import { tellSession, type ToldSession } from './translateSession.js';

const ready: Session = { loggedIn: true, ready: true, connectionStatus: 'connectionStatus-connected' };
const lost: Session = { ...ready, connectionStatus: 'connectionStatus-disconnected' };
const signedOut: Session = { loggedIn: false };

const start: ToldSession = { status: 'connecting' };

/** What is told of these sessions one after another, each so many milliseconds after the first. */
function tell(steps: readonly (readonly [session: Session, at: number])[], told: ToldSession = start) {
  let reports: readonly Report[] = [];
  for (const [session, at] of steps) ({ told, reports } = tellSession(session, told, 7_000 + at));
  const connection = reports.find(({ type }) => type === 'connection');
  return { told, reports, connection, types: reports.map(({ type }) => type) };
}

const statusAfter = (steps: readonly (readonly [Session, number])[], told?: ToldSession): unknown =>
  tell(steps, told).told.status;

describe('a status that may be a passing one', () => {
  const early: Session = { loggedIn: true };

  it('U-23: a sign-in without a dialer that is ready is told after half a second', () => {
    expect(statusAfter([[early, 0]])).toBe('connecting');
    expect(
      statusAfter([
        [early, 0],
        [early, 499],
      ]),
    ).toBe('connecting');
    expect(
      statusAfter([
        [early, 0],
        [early, 500],
      ]),
    ).toBe('ready');
  });

  it('U-23: a sign-in that fails meanwhile was none', () => {
    expect(
      statusAfter([
        [early, 0],
        [signedOut, 3],
      ]),
    ).toBe('signed-out');
    expect(
      statusAfter([
        [early, 0],
        [signedOut, 3],
        [early, 600],
      ]),
    ).toBe('signed-out');
  });

  it('a sign-in with a dialer that is ready is told at once', () => {
    expect(statusAfter([[ready, 0]])).toBe('ready');
  });

  it('a dialer that pauses later is no new sign-in', () => {
    expect(statusAfter([[{ ...ready, ready: false }, 0]], { status: 'ready' })).toBe('ready');
    expect(tell([[{ ...ready, ready: false }, 0]], { status: 'ready' }).told).not.toHaveProperty('dueAt');
  });

  it('a phone that is lost is told after half a second, for it may be the way out', () => {
    const told: ToldSession = { status: 'ready' };
    expect(
      statusAfter(
        [
          [lost, 0],
          [lost, 499],
        ],
        told,
      ),
    ).toBe('ready');
    expect(
      statusAfter(
        [
          [lost, 0],
          [lost, 500],
        ],
        told,
      ),
    ).toBe('offline');
    expect(
      statusAfter(
        [
          [lost, 0],
          [signedOut, 3],
        ],
        told,
      ),
    ).toBe('signed-out');
    expect(
      statusAfter(
        [
          [lost, 0],
          [ready, 400],
          [lost, 600],
        ],
        told,
      ),
    ).toBe('ready');
  });

  it('a phone that was never ready is lost at once', () => {
    const failed: Session = { ...ready, connectionStatus: 'connectionStatus-connectFailed' };
    expect(statusAfter([[failed, 0]])).toBe('offline');
  });

  it('asks to be looked at again when it holds, and no more after that', () => {
    expect(tell([[early, 0]]).told.dueAt).toBe(7_500);
    expect(
      tell([
        [early, 0],
        [early, 100],
      ]).told.dueAt,
    ).toBe(7_500);
    expect(
      tell([
        [early, 0],
        [early, 500],
      ]).told,
    ).not.toHaveProperty('dueAt');
  });
});

describe('what the client is told', () => {
  it('is the status, and the phone’s registration', () => {
    expect(tell([[ready, 0]]).connection).toEqual({ type: 'connection', status: 'ready', sip: 'registered' });
    expect(tell([[{}, 0]]).connection).toEqual({ type: 'connection', status: 'connecting' });
  });

  it('remembers the registration, to know when it is lost', () => {
    expect(
      tell([
        [ready, 0],
        [lost, 0],
      ]).connection,
    ).toMatchObject({ status: 'ready', sip: 'lost' });
  });

  it('U-19: says that another tab has the phone, if that is why it is offline', () => {
    const elsewhere = { ...lost, currentActive: false };
    const told: ToldSession = { status: 'offline' };
    expect(tell([[elsewhere, 0]], told).connection).toMatchObject({ reason: 'Another tab has the phone.' });
    expect(tell([[lost, 0]], told).connection).not.toHaveProperty('reason');
    expect(tell([[{ ...lost, currentActive: true }, 0]], told).connection).not.toHaveProperty('reason');
    expect(tell([[{ ...ready, currentActive: false }, 0]]).connection).not.toHaveProperty('reason');
  });

  it('is what is blocked, once it is ready and only then', () => {
    expect(tell([[{ ...ready, features: { sms: false } }, 0]]).reports).toContainEqual({
      type: 'capabilities',
      blocked: { 'inbox.send': 'This account may not send texts.' },
    });
    expect(tell([[{}, 0]]).types).toEqual(['connection']);
    expect(tell([[signedOut, 0]]).types).toEqual(['connection']);
  });
});

describe('the address to sign in at', () => {
  const asks: Session = { loggedIn: false, oAuthUri: 'https://platform.ringcentral.com/authorize?x=1' };

  it('U-24: is told with one error, which says what to do', () => {
    const { connection, types, reports } = tell([[asks, 0]]);
    expect(connection).toMatchObject({ status: 'signed-out', signInUrl: asks.oAuthUri });
    expect(types).toEqual(['connection', 'error']);
    expect(reports[1]).toMatchObject({
      error: { code: 'auth-required', message: expect.stringContaining('Show the person the signInUrl.') },
    });
    expect(
      tell([
        [asks, 0],
        [asks, 1],
      ]).types,
    ).toEqual(['connection']);
  });

  it('is an error again when it is asked for again later', () => {
    expect(
      tell([
        [asks, 0],
        [signedOut, 1],
        [asks, 2],
      ]).types,
    ).toEqual(['connection', 'error']);
  });

  it('is not told to whoever is signed in', () => {
    expect(tell([[{ ...ready, oAuthUri: asks.oAuthUri }, 0]]).connection).not.toHaveProperty('signInUrl');
  });
});
