import { inviteRow } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/react';
import { desk } from '../app/desk.js';
import { language } from '../app/page.js';
import { Panel } from '../shared/Panel.js';
import { useTexts } from '../shared/useTexts.js';

/** The invitations that the vendor's widget asked the host to send. */
export function InvitesPanel() {
  const texts = useTexts();
  const locale = useCurrent(language.choice);
  const invites = useCurrent(desk.invites);
  return (
    <Panel title={texts.invites}>
      <div className="list-body invites-body">
        <div role="log" aria-label={texts.invites} tabIndex={invites.length > 0 ? 0 : undefined}>
          {invites.map((invite, index) => {
            const { title, detail } = inviteRow(invite, texts, locale);
            return (
              <p key={index} className="invite">
                <span className="invite-title">{title}</span> <span className="invite-detail">{detail}</span>
              </p>
            );
          })}
        </div>
        {invites.length === 0 && <p className="empty">{texts.noInvites}</p>}
      </div>
    </Panel>
  );
}
