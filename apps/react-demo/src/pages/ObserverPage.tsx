import { OffhookProvider } from '@offhook/react';
import { observerPhone } from '../app/xivoPhones.js';
import { ObservedCalls } from '../xivo/ObservedCalls.js';

export function ObserverPage() {
  const { client, events } = observerPhone();
  return (
    <OffhookProvider client={client}>
      <ObservedCalls events={events} />
    </OffhookProvider>
  );
}
