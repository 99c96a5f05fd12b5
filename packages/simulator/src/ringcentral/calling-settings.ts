import { account } from './account.js';
import { broadcast } from './broadcast.js';
import type { Frame } from '../frame.js';
import type { CallWith, RingCentralSession } from './session.js';
import type { Tab } from './tab.js';

const callingModes: Readonly<Record<CallWith, string>> = {
  browser: 'webphone',
  softphone: 'softphone',
  ringout: 'ringout',
  jupiter: 'jupiter',
};

const isCallWith = (value: unknown): value is CallWith =>
  typeof value === 'string' && Object.hasOwn(callingModes, value);

export function callingSettingsFrame(tab: Tab): Frame {
  const { calling } = tab.session.state;
  return {
    type: 'rc-calling-settings-notify',
    callWith: calling.callWith,
    callingMode: callingModes[calling.callWith],
    ...(calling.callWith === 'ringout' ? { myLocation: calling.myLocation ?? account.number } : {}),
    ...(calling.ringoutPrompt === undefined ? {} : { ringoutPrompt: calling.ringoutPrompt }),
    ...(tab.flags.enableFromNumberSetting
      ? {
          fromNumber: calling.fromNumber ?? account.number,
          fromNumbers: [
            { phoneNumber: account.number, usageType: 'DirectNumber' },
            { phoneNumber: 'anonymous' },
          ],
        }
      : {}),
  };
}

/** The host or the person changes how calls are made; values of the wrong kind are ignored silently. */
export function updateCallingSettings(
  session: RingCentralSession,
  change: Readonly<Record<string, unknown>>,
): void {
  const { calling } = session.state;
  const { callWith, myLocation, ringoutPrompt, fromNumber } = change;
  const before = calling.callWith;
  if (isCallWith(callWith)) calling.callWith = callWith;
  if (typeof myLocation === 'string') calling.myLocation = myLocation;
  if (typeof ringoutPrompt === 'boolean') calling.ringoutPrompt = ringoutPrompt;
  if (typeof fromNumber === 'string') calling.fromNumber = fromNumber;
  if (!session.state.signedIn) return;
  broadcast(session, callingSettingsFrame);
  if (before === calling.callWith) return;
  if (before === 'browser') {
    broadcast(session, connectionFrame('disconnecting'));
    broadcast(session, connectionFrame('disconnected'));
  } else if (calling.callWith === 'browser') {
    broadcast(session, connectionFrame('connecting'));
    broadcast(session, connectionFrame('connected'));
  }
}

/** State of the web phone's own connection. */
export function connectionFrame(status: string): Frame {
  return {
    type: 'rc-webphone-connection-status-notify',
    connectionStatus: `connectionStatus-${status}`,
    deviceId: status === 'connected' ? account.deviceId : null,
  };
}
