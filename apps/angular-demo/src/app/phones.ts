import { ringCentral } from '@offhook/connectors/ringcentral';
import { createOffhook, memoryContacts, type Current, type Offhook } from '@offhook/core';
import { createEventLog, demoContacts, type LoggedEvent } from '@offhook/demo-kit';
import { addresses, notices } from './page.js';

/** A client, and what the page keeps of its events. */
export interface Phone {
  readonly client: Offhook;
  readonly events: Current<readonly LoggedEvent[]>;
}

let ringCentralsPhone: Phone | undefined;

/** RingCentral's client: made once, outside the component tree, so that a call goes on whatever page shows. */
export function ringCentralPhone(): Phone {
  ringCentralsPhone ??= phone(
    createOffhook({
      connectors: [ringCentral({ origin: addresses.ringcentralOrigin, url: addresses.ringcentral })],
      contacts: memoryContacts(demoContacts),
    }),
  );
  return ringCentralsPhone;
}

function phone(client: Offhook): Phone {
  notices.follow(client);
  return { client, events: createEventLog(client) };
}
