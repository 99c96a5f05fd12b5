import { isOffhookError } from '@offhook/core';
import { mostContacts, type ContactBook } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/react';
import { useState, type SubmitEvent } from 'react';
import { notices } from '../app/page.js';
import { Field } from '../shared/Field.js';
import { useTexts } from '../shared/useTexts.js';
import { ContactImport } from './ContactImport.js';

/** Loads contacts into the page's index, made up or from a file; the vendor's widget is told of all of them. */
export function ContactsPanel({ book }: { readonly book: ContactBook }) {
  const texts = useTexts();
  const loading = useCurrent(book.loading);
  const loaded = useCurrent(book.loaded);
  const [count, setCount] = useState('1000');

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    try {
      await book.load(Number(count));
    } catch (error) {
      if (isOffhookError(error)) notices.show(error);
    }
  };

  return (
    <form className="panel contacts" aria-label={texts.contacts} onSubmit={(event) => void submit(event)}>
      <h2 className="panel-title">{texts.contacts}</h2>
      <div className="form-row">
        <Field label={texts.howMany}>
          <input
            className="input number"
            type="number"
            min={0}
            max={mostContacts}
            required
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
        </Field>
        <button type="submit" className="button" disabled={loading !== undefined}>
          {texts.load}
        </button>
      </div>
      <div className="contacts-progress">
        {loading !== undefined && <progress aria-label={texts.indexing} max={1} value={loading} />}
        <p role="status" aria-label={texts.contactsLoaded}>
          {loading === undefined && loaded !== undefined && texts.contactCount(loaded)}
        </p>
      </div>
      <ContactImport />
    </form>
  );
}
