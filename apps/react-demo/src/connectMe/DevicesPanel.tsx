import type { DeviceKind } from '@offhook/core';
import { useDevices } from '@offhook/react';
import { Panel } from '../shared/Panel.js';
import { Switch } from '../shared/Switch.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

const kinds: readonly DeviceKind[] = ['ringer', 'speaker', 'share'];

/** What the vendor leaves to this page: a change tells the widget anew what the page can do. */
export function DevicesPanel() {
  const texts = useTexts();
  const devices = useDevices();
  useErrorNotice(devices.lastError);
  return (
    <Panel title={texts.devices}>
      <div className="switches">
        {kinds.map((kind) => (
          <Switch
            key={kind}
            label={texts.device[kind]}
            on={devices[kind].delegated}
            onToggle={() => void devices.delegate(kind, !devices[kind].delegated)}
            detail={devices[kind].on ? texts.deviceOn[kind] : texts.deviceDetail[kind]}
          />
        ))}
      </div>
    </Panel>
  );
}
