import { OffhookProvider } from '@offhook/react';
import { guestPhone } from '../app/xivoPhones.js';
import { GuestCall } from '../xivo/GuestCall.js';

export function GuestPage() {
  return (
    <OffhookProvider client={guestPhone().client}>
      <GuestCall />
    </OffhookProvider>
  );
}
