import { useId, useState, type KeyboardEvent } from 'react';
import { replies as kept } from '../../app/page.js';
import { findReplies } from '../../replies/findReplies.js';
import type { Reply } from '../../replies/replies.js';
import { RepliesDialog } from '../dialogs/RepliesDialog.js';
import { nextPlace } from '../shared/nextPlace.js';
import { useKept } from '../shared/useKept.js';

interface CannedRepliesProps {
  readonly onChoose: (reply: Reply) => void;
  readonly onClose: () => void;
}

/** Finds a canned reply: words narrow the list, arrow keys choose, Enter puts it into the message box. */
export function CannedReplies({ onChoose, onClose }: CannedRepliesProps) {
  const id = useId();
  const all = useKept(kept);
  const [search, setSearch] = useState('');
  const [place, setPlace] = useState(0);
  const [isEditing, setEditing] = useState(false);
  const found = findReplies(all, search);
  const active = found[place] ?? found[0];
  const at = active === undefined ? -1 : found.indexOf(active);

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') {
      if (active !== undefined) onChoose(active);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setPlace(nextPlace(event.key, at, found.length) ?? 0);
    else return;
    event.preventDefault();
  };

  return (
    <div className="replies">
      <div className="replies-head">
        <input
          ref={(element) => element?.focus()}
          className="input"
          role="combobox"
          aria-label="Canned replies"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active === undefined ? undefined : `${id}-${at}`}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder="Find a reply"
          value={search}
          onChange={({ target }) => {
            setSearch(target.value);
            setPlace(0);
          }}
          onKeyDown={onKey}
        />
        <button type="button" className="button" aria-haspopup="dialog" onClick={() => setEditing(true)}>
          Edit
        </button>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
      <ul className="options" role="listbox" id={`${id}-list`} aria-label="Canned replies">
        {found.map((reply, index) => (
          <li
            key={index}
            id={`${id}-${index}`}
            className="option"
            role="option"
            aria-selected={reply === active}
            onClick={() => onChoose(reply)}
          >
            <span className="option-name clip">{reply.name}</span>
            <span className="soft clip">{reply.text}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="soft">No reply has these words.</p>}
      {isEditing && <RepliesDialog onClose={() => setEditing(false)} />}
    </div>
  );
}
