import { OffhookProvider } from '@offhook/react';
import { connectMePhone } from '../app/phones.js';
import { ConversationForm } from '../connectMe/ConversationForm.js';
import { DevicesPanel } from '../connectMe/DevicesPanel.js';
import { SignInForm } from '../connectMe/SignInForm.js';
import { SoftphonePage } from './SoftphonePage.js';

export function ConnectMePage() {
  const { client, events } = connectMePhone();
  return (
    <OffhookProvider client={client}>
      <SoftphonePage
        events={events}
        aside={
          <>
            <SignInForm />
            <DevicesPanel />
          </>
        }
      >
        <ConversationForm />
      </SoftphonePage>
    </OffhookProvider>
  );
}
