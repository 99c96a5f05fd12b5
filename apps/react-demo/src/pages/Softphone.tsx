import type { OpeningState } from '@offhook/core';
import { SoftphoneFrame, useConnection, useWidget } from '@offhook/react';
import { useState } from 'react';
import { IconButton } from '../shared/IconButton.js';
import { useTexts } from '../shared/useTexts.js';

/** The vendor's own frame. It lives on whether it shows or not. */
export function Softphone({ openOn }: { readonly openOn?: readonly OpeningState[] | undefined }) {
  const texts = useTexts();
  const { signInUrl } = useConnection();
  const widget = useWidget();
  // Where the widget opens by itself, this follows it; else, on a narrow screen, it is a sheet of the page's own.
  const [sheetOpen, setSheetOpen] = useState(false);
  const follows = openOn !== undefined;
  const open = follows ? widget.open : sheetOpen;
  const toggle = (): void => {
    if (!follows) setSheetOpen(!open);
    else if (open) widget.closeWidget();
    else widget.openWidget();
  };
  return (
    <section className="panel softphone" aria-label={texts.softphone} data-open={open} data-follows={follows}>
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
          onClick={toggle}
        />
      </div>
      <SoftphoneFrame className="softphone-frame" openOn={openOn} />
    </section>
  );
}
