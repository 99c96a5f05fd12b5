import { shownContact } from '@offhook/demo-kit';
import { useCall, useCallLog, useCurrent } from '@offhook/react';
import { desk, drafts } from '../app/desk.js';
import { useCallDraft } from '../log/useCallDraft.js';
import { Panel } from '../shared/Panel.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';
import { Activities } from './Activities.js';
import { ContactMatch } from './ContactMatch.js';
import { OpenedActivity } from './OpenedActivity.js';

/** Whom the call in focus is with, as the host's own contacts know, and what was before. */
export function ContactPanel() {
  const texts = useTexts();
  const { call } = useCall();
  const callLog = useCallLog(call?.id);
  const draft = useCallDraft(call?.id);
  const opened = useCurrent(desk.openedContact);
  useErrorNotice(callLog.lastError);
  const contact = call && shownContact(call.match, draft.contact);
  const isOpened = call !== undefined && opened?.callId === call.id;
  return (
    <Panel title={texts.contact} region>
      <div className="contact-panel" data-opened={isOpened || undefined}>
        {isOpened && <p className="panel-note">{texts.openedForCall}</p>}
        <div className="contact-parts">
          <div className="contact-body">
            {call === undefined ? (
              <p className="empty">{texts.noContact}</p>
            ) : (
              <ContactMatch
                key={call.id}
                call={call}
                contact={contact}
                onChoose={(chosen) => void drafts.choose(call.id, chosen, callLog)}
              />
            )}
          </div>
          <div>
            <h3 className="part-title">{texts.activities}</h3>
            {contact === undefined ? (
              <div className="activities-body list-body" />
            ) : (
              <Activities key={contact.id} contact={contact} />
            )}
            <OpenedActivity />
          </div>
        </div>
      </div>
    </Panel>
  );
}
