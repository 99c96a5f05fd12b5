import { questionMark } from '../../app/page.js';
import { shortcuts } from '../../app/shortcuts.js';
import { Dialog } from '../shared/Dialog.js';
import { useKept } from '../shared/useKept.js';
import { Switch } from '../shared/Switch.js';

const others: readonly (readonly [keys: string, does: string])[] = [
  ['Alt + 1 … 9', 'Show the chat at this place'],
  ['Alt + N', 'Show the next chat with something unread'],
  ['← → Home End', 'Among the tabs: show another chat'],
  ['Delete', 'On a tab whose chat is over: close it'],
  ['/', 'In an empty message box: canned replies'],
  ['Enter', 'In the message box: send; with Shift, a new line'],
  ['Escape', 'Close what has opened'],
];

/** All keys. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const isOn = useKept(questionMark);
  return (
    <Dialog title="Keyboard help" wide onClose={onClose}>
      <dl className="keys">
        {shortcuts.map(({ id, key, does }) => (
          <div key={id}>
            <dt>
              <kbd>Alt + {key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        {others.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Switch label="? opens this help" on={isOn} onToggle={() => questionMark.set(!isOn)} />
    </Dialog>
  );
}
