import type { Contact } from '@offhook/core';
import { useId, useState } from 'react';
import { useTexts } from '../shared/useTexts.js';
import { ContactCard } from './ContactCard.js';

/** One number on several contacts: the person says who it is. */
export function MatchChooser({ contacts }: { readonly contacts: readonly Contact[] }) {
  const texts = useTexts();
  const name = useId();
  const [chosenId, setChosenId] = useState<string>();
  const chosen = contacts.find(({ id }) => id === chosenId);
  return (
    <>
      <p className="who-name">{texts.matchCount(contacts.length)}</p>
      <div className="matches" role="radiogroup" aria-label={texts.matches}>
        {contacts.map((contact) => (
          <label key={contact.id} className="match">
            <input
              type="radio"
              name={name}
              aria-label={contact.name}
              checked={contact === chosen}
              onChange={() => setChosenId(contact.id)}
            />
            <span>{contact.name}</span>
            <span className="soft clip">{contact.company}</span>
          </label>
        ))}
      </div>
      {chosen !== undefined && <ContactCard contact={chosen} />}
    </>
  );
}
