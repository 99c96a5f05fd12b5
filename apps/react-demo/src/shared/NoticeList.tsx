import { notices } from '../app/page.js';
import { Icon } from './Icon.js';
import { IconButton } from './IconButton.js';
import { useCurrent } from '@offhook/react';
import { useTexts } from './useTexts.js';

/** The errors on the screen, each until it is dismissed. */
export function NoticeList() {
  const texts = useTexts();
  const all = useCurrent(notices.all);
  return (
    <div className="notices">
      {all.map(({ id, error }) => (
        <div key={id} className="notice" role="alert">
          <Icon name="warning" />
          <p>{texts.error(error)}</p>
          <IconButton
            icon="close"
            label={texts.dismiss}
            className="icon-button-plain icon-button-end"
            onClick={() => notices.dismiss(id)}
          />
        </div>
      ))}
    </div>
  );
}
