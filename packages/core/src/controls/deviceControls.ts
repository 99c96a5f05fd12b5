import type { Offhook } from '../client.js';
import type { DeviceKind, Devices } from '../model/device.js';
import { newDevices } from '../store/newEntries.js';
import { combine } from '../stream/select.js';
import type { Current } from '../stream/current.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for the devices shows. */
export interface DeviceControlsState extends ControlStatus, Omit<Devices, 'connector'> {}

/** What such a screen needs. The functions are bound and never reject. */
export interface DeviceControls {
  readonly state: Current<DeviceControlsState>;
  /** Who rings, switches to the loudspeaker or shares: the host if `on`, else the vendor. */
  readonly delegate: (device: DeviceKind, on: boolean) => Promise<Outcome>;
  /** Switches the loudspeaker, where it is the host's. */
  readonly setSpeaker: (on: boolean) => Promise<Outcome>;
  /** Silences the ringing of now, or lets it ring again, where it is the host's. */
  readonly setRinger: (on: boolean) => Promise<Outcome>;
}

/**
 * What a vendor leaves to the host, and what hands it over.
 *
 * @example await deviceControls(phone).delegate('ringer', true);
 */
export function deviceControls(client: Offhook, connector?: string): DeviceControls {
  const { status, run } = createRunner(client);
  const id = connector ?? client.connection.initial.connector;
  const unknown = newDevices({ id });
  return {
    state: combine(
      [client.devices.get(id), status],
      (devices, { pending, lastError }) => {
        const { ringer, speaker, share } = devices ?? unknown;
        return { ringer, speaker, share, pending, lastError };
      },
      sameState,
    ),
    delegate: (device, on) => run({ type: 'device.delegate', device, on, connector: id }),
    setSpeaker: (on) => run({ type: 'device.setSpeaker', on, connector: id }),
    setRinger: (on) => run({ type: 'device.setRinger', on, connector: id }),
  };
}
