import { useContactSearch } from '@offhook/react';
import { useState } from 'react';
import { Field } from '../shared/Field.js';
import { Panel } from '../shared/Panel.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

/** Finds contacts while somebody types. */
export function ContactSearchPanel() {
  const texts = useTexts();
  const [query, setQuery] = useState('');
  const { contacts, pending, lastError } = useContactSearch(query);
  useErrorNotice(lastError);
  const isEmpty = query.trim() !== '' && !pending && contacts.length === 0;
  return (
    <Panel title={texts.searchContacts}>
      <Field label={texts.searchContacts}>
        <input
          className="input"
          type="search"
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </Field>
      <ul className="search-results list" aria-label={texts.searchResults} tabIndex={0}>
        {contacts.map(({ id, source, name, phones }) => (
          <li key={`${source}:${id}`} className="search-result">
            <span className="clip">{name}</span>
            <span className="number soft">{phones.map(({ number }) => number).join(', ')}</span>
          </li>
        ))}
      </ul>
      {isEmpty && <p className="soft">{texts.nobodyFound}</p>}
    </Panel>
  );
}
