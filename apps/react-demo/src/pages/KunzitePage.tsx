import { kunziteOpensOn } from '@offhook/demo-kit';
import { OffhookProvider } from '@offhook/react';
import { kunzitePhone } from '../app/phones.js';
import { ContactSearchPanel } from '../contacts/ContactSearchPanel.js';
import { ContactsPanel } from '../contacts/ContactsPanel.js';
import { SoftphonePage } from './SoftphonePage.js';

export function KunzitePage() {
  const { client, events, book } = kunzitePhone();
  return (
    <OffhookProvider client={client}>
      <SoftphonePage
        events={events}
        suggest={(text, signal) => book.contacts.search(text, signal)}
        openOn={kunziteOpensOn}
      >
        <ContactsPanel book={book} />
        <ContactSearchPanel />
      </SoftphonePage>
    </OffhookProvider>
  );
}
