import { isOpenContact, openContactId, signedInText } from '@offhook/demo-kit';
import { useAuthorization, useSettings } from '@offhook/react';
import { Panel } from '../shared/Panel.js';
import { Switch } from '../shared/Switch.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

/** The host's own switches. The vendor's widget shows the same ones among its settings. */
export function HostPanel() {
  const texts = useTexts();
  const authorization = useAuthorization();
  const settings = useSettings();
  useErrorNotice(authorization.lastError);
  useErrorNotice(settings.lastError);
  const opens = settings.settings.find(isOpenContact)?.value === true;
  return (
    <Panel title={texts.host}>
      <div className="switches">
        <Switch
          label={texts.authorized}
          on={authorization.authorized}
          onToggle={() => void authorization.toggle()}
          detail={signedInText(authorization, texts)}
        />
        <Switch
          label={texts.openContact}
          on={opens}
          onToggle={() => void settings.change(openContactId, !opens)}
        />
      </div>
    </Panel>
  );
}
