import { useRef } from 'react';
import { ariaKey } from '../../app/shortcuts.js';
import { useDesk } from '../shared/deskContext.js';
import { Icon } from '../shared/Icon.js';

/** Chooses files, and sends them at once. */
export function AttachButton({ sid }: { readonly sid: string }) {
  const desk = useDesk();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="button button-quiet"
        data-shortcut="attach"
        aria-keyshortcuts={ariaKey('attach')}
        onClick={() => input.current?.click()}
      >
        <Icon name="attach" small />
        Attach file
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          void desk.attach(sid, [...(target.files ?? [])]);
          // The same file again is a change, too.
          target.value = '';
        }}
      />
    </>
  );
}
