import { deviceChoice } from '@offhook/demo-kit';
import { useMediaDevices } from '@offhook/react';
import { useState } from 'react';
import { Field } from '../shared/Field.js';
import { useTexts } from '../shared/useTexts.js';

interface DeviceSelectProps {
  readonly kind: 'audio' | 'video';
  /** What is sent. */
  readonly local: readonly MediaStream[];
  readonly onChoose: (deviceId: string) => unknown;
}

/** Which microphone or camera the call uses; it changes while the call goes on. */
export function DeviceSelect({ kind, local, onChoose }: DeviceSelectProps) {
  const texts = useTexts();
  const devices = useMediaDevices();
  const [chosen, setChosen] = useState<string>();
  const { label, options, selected } = deviceChoice({ kind, devices, chosen, local }, texts);
  return (
    <Field label={label}>
      <select
        className="select"
        value={selected}
        onChange={({ target }) => {
          setChosen(target.value);
          onChoose(target.value);
        }}
      >
        {selected === '' && <option value="" />}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
