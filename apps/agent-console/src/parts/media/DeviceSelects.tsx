import { useEffect, useState } from 'react';
import type { CallState } from '../../desk/media/callState.js';
import type { Device, DeviceKind } from '../../desk/media/devices.js';
import { useMedia } from '../shared/deskContext.js';
import { Field } from '../shared/Field.js';

const labels: Readonly<Record<DeviceKind, string>> = { audio: 'Microphone', video: 'Camera' };

/** Chooses microphone and camera, also in the middle of a call. */
export function DeviceSelects({ call }: { readonly call: CallState }) {
  const media = useMedia();
  const [devices, setDevices] = useState<readonly Device[]>([]);
  const { local } = call;

  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const found = await media.devices.list();
      if (!isOver) setDevices(found);
    };
    // Names are told once a device was opened.
    void look();
    const stop = media.devices.watch(() => void look());
    return () => {
      isOver = true;
      stop();
    };
  }, [media, local]);

  return (
    <div className="call-devices">
      {(['audio', 'video'] as const).map((kind) => {
        const own = devices.filter((device) => device.kind === kind);
        return (
          <Field key={kind} label={labels[kind]}>
            <select
              className="select"
              disabled={own.length === 0}
              value={call.devices[kind] ?? ''}
              onChange={({ target }) => media.choose(kind, target.value)}
            >
              {call.devices[kind] === undefined && (
                <option value="">{own.length === 0 ? 'None found' : 'None in use'}</option>
              )}
              {own.map(({ id, label }, place) => (
                <option key={id} value={id}>
                  {label === '' ? `${labels[kind]} ${place + 1}` : label}
                </option>
              ))}
            </select>
          </Field>
        );
      })}
    </div>
  );
}
