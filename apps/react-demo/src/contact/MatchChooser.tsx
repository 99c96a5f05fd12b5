import type { Contact } from '@offhook/core';
import { useId } from 'react';
import { useTexts } from '../shared/useTexts.js';
import { ContactCard } from './ContactCard.js';

interface MatchChooserProps {
  readonly contacts: readonly Contact[];
  readonly chosen: Contact | undefined;
  readonly onChoose: (contact: Contact) => void;
}

/** One number on several contacts: the person says who it is. */
export function MatchChooser({ contacts, chosen, onChoose }: MatchChooserProps) {
  const texts = useTexts();
  const name = useId();
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
              onChange={() => onChoose(contact)}
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
