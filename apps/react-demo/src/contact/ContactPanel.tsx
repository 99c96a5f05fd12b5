import type { Call } from '@offhook/core';
import { partyNumber } from '@offhook/demo-kit';
import { useCall } from '@offhook/react';
import { Panel } from '../shared/Panel.js';
import { useTexts } from '../shared/useTexts.js';
import { ContactCard } from './ContactCard.js';
import { MatchChooser } from './MatchChooser.js';

/** Whom the call in focus is with, as the host's own contacts know. */
export function ContactPanel() {
  const texts = useTexts();
  const { call } = useCall();
  return (
    <Panel title={texts.contact} region>
      <div className="contact-body">
        {call === undefined ? (
          <p className="empty">{texts.noContact}</p>
        ) : (
          <Match key={call.id} call={call} />
        )}
      </div>
    </Panel>
  );
}

function Match({ call }: { readonly call: Call }) {
  const texts = useTexts();
  const { status, contacts } = call.match;
  const [first] = contacts;
  if (status === 'pending') return <p className="skeleton" role="img" aria-label={texts.lookingUp} />;
  if (status === 'many') return <MatchChooser contacts={contacts} />;
  if (first !== undefined) return <ContactCard contact={first} />;
  return (
    <div className="who">
      <span className="who-name">{texts.unknownNumber}</span>
      <span className="who-number">{partyNumber(call.remote)}</span>
    </div>
  );
}
