import { useState } from 'react';
import { sound } from '../../app/page.js';
import { ariaKey } from '../../app/shortcuts.js';
import { HelpDialog } from '../dialogs/HelpDialog.js';
import { SignOutDialog } from '../dialogs/SignOutDialog.js';
import { useDesk, useDeskState } from '../shared/deskContext.js';
import { Icon } from '../shared/Icon.js';
import { Switch } from '../shared/Switch.js';
import { useKept } from '../shared/useKept.js';
import { useLiveChats } from '../shared/useLiveChats.js';
import { ConnectionStatus } from './ConnectionStatus.js';
import { ThemePicker } from './ThemePicker.js';

/** Who is signed in, whether the server is there, and what the page is set to. */
export function DeskHeader() {
  const desk = useDesk();
  const me = useDeskState((state) => state.me);
  const hasChats = useLiveChats().length > 0;
  const isLoud = useKept(sound);
  const [shown, setShown] = useState<'help' | 'signOut'>();
  const close = (): void => setShown(undefined);
  return (
    <header className="header">
      <h1 className="brand">
        <span className="brand-mark">
          <Icon name="chat" />
        </span>
        Agent desk
      </h1>
      <ConnectionStatus />
      <div className="header-controls">
        <Switch label="Sound" on={isLoud} onToggle={() => sound.set(!isLoud)} />
        <ThemePicker />
        <button
          type="button"
          className="button"
          data-shortcut="help"
          aria-keyshortcuts={ariaKey('help')}
          onClick={() => setShown('help')}
        >
          Keys
        </button>
        <span className="desk-me clip" title={me.name}>
          <Icon name="contact" />
          <span className="clip">{me.name}</span>
        </span>
        <button
          type="button"
          className="button"
          onClick={() => {
            if (hasChats) setShown('signOut');
            else void desk.signOut();
          }}
        >
          Sign out
        </button>
      </div>
      {shown === 'help' && <HelpDialog onClose={close} />}
      {shown === 'signOut' && <SignOutDialog onClose={close} />}
    </header>
  );
}
