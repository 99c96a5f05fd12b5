import { OffhookProvider } from '@offhook/react';
import { crm } from '../app/desk.js';
import { ringCentralPhone } from '../app/phones.js';
import { HostPanel } from '../host/HostPanel.js';
import { InvitesPanel } from '../host/InvitesPanel.js';
import { MessagesPanel } from '../inbox/MessagesPanel.js';
import { SoftphonePage } from './SoftphonePage.js';

export function RingCentralPage() {
  const { client, events } = ringCentralPhone();
  return (
    <OffhookProvider client={client}>
      <SoftphonePage
        events={events}
        suggest={crm.search}
        aside={
          <>
            <HostPanel />
            <InvitesPanel />
          </>
        }
      >
        <MessagesPanel />
      </SoftphonePage>
    </OffhookProvider>
  );
}
