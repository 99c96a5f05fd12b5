import { SoftphoneFrame, useConnection } from '@offhook/react';
import { useState } from 'react';
import { IconButton } from '../shared/IconButton.js';
import { useTexts } from '../shared/useTexts.js';

/** The vendor's own frame. On a narrow screen it is a sheet that opens and closes; the frame lives on either way. */
export function Softphone() {
  const texts = useTexts();
  const { signInUrl } = useConnection();
  const [open, setOpen] = useState(false);
  return (
    <section className="panel softphone" aria-label={texts.softphone} data-open={open}>
      <div className="softphone-header">
        <h2 className="panel-title">{texts.softphone}</h2>
        {signInUrl !== undefined && (
          <a href={signInUrl} target="_blank" rel="noreferrer">
            {texts.signIn}
          </a>
        )}
        <IconButton
          icon="open"
          label={open ? texts.hideSoftphone : texts.showSoftphone}
          className="softphone-toggle icon-button-end"
          expanded={open}
          onClick={() => setOpen(!open)}
        />
      </div>
      <SoftphoneFrame className="softphone-frame" />
    </section>
  );
}
