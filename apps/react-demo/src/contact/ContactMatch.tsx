import type { Call, Contact } from '@offhook/core';
import { partyNumber } from '@offhook/demo-kit';
import { useTexts } from '../shared/useTexts.js';
import { ContactCard } from './ContactCard.js';
import { MatchChooser } from './MatchChooser.js';

interface ContactMatchProps {
  readonly call: Call;
  /** Whose page shows: the only one, or the one chosen of several. */
  readonly contact: Contact | undefined;
  readonly onChoose: (contact: Contact) => void;
}

/** Who has the number of a call. */
export function ContactMatch({ call, contact, onChoose }: ContactMatchProps) {
  const texts = useTexts();
  const { status, contacts } = call.match;
  if (status === 'pending') return <p className="skeleton" role="img" aria-label={texts.lookingUp} />;
  if (status === 'many') return <MatchChooser contacts={contacts} chosen={contact} onChoose={onChoose} />;
  if (contact !== undefined) return <ContactCard contact={contact} />;
  return (
    <div className="who">
      <span className="who-name">{texts.unknownNumber}</span>
      <span className="who-number">{partyNumber(call.remote)}</span>
    </div>
  );
}
