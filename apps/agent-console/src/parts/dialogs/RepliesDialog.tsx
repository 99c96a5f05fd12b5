import { useState } from 'react';
import { replies } from '../../app/page.js';
import type { Reply } from '../../replies/replies.js';
import { Dialog } from '../shared/Dialog.js';
import { Field } from '../shared/Field.js';

/** A reply with a number, so that a field stays the same when one above it goes. */
interface Row extends Reply {
  readonly key: number;
}

/** Changes the canned replies of this browser. */
export function RepliesDialog({ onClose }: { readonly onClose: () => void }) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    replies.value.map((reply, key) => ({ ...reply, key })),
  );
  const change = (key: number, part: Partial<Reply>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));

  return (
    <Dialog
      title="Edit canned replies"
      lead="{name} becomes the customer’s name, {agent} yours. They are kept in this browser."
      action="Save"
      wide
      onClose={onClose}
      onSubmit={() => {
        const full = rows.filter(({ text }) => text.trim() !== '');
        replies.set(full.map(({ name, text }) => ({ name: name.trim() === '' ? text : name, text })));
        return true;
      }}
    >
      <ul role="list" className="replies-edit" aria-label="Replies">
        {rows.map(({ key, name, text }) => (
          <li key={key}>
            <Field label="Name">
              <input
                className="input"
                value={name}
                onChange={({ target }) => change(key, { name: target.value })}
              />
            </Field>
            <Field label="Text">
              <textarea
                className="input"
                rows={2}
                value={text}
                onChange={({ target }) => change(key, { text: target.value })}
              />
            </Field>
            <button
              type="button"
              className="button"
              aria-label={`Remove ${name}`}
              onClick={() => setRows(rows.filter((row) => row.key !== key))}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button replies-add"
        onClick={() =>
          setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, name: '', text: '' }])
        }
      >
        Add reply
      </button>
    </Dialog>
  );
}
