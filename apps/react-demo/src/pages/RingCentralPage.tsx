import { OffhookProvider } from '@offhook/react';
import { ringCentralPhone } from '../app/phones.js';
import { MessagesPanel } from '../inbox/MessagesPanel.js';
import { SoftphonePage } from './SoftphonePage.js';

export function RingCentralPage() {
  const { client, events } = ringCentralPhone();
  return (
    <OffhookProvider client={client}>
      <SoftphonePage events={events}>
        <MessagesPanel />
      </SoftphonePage>
    </OffhookProvider>
  );
}
