import { xivo } from '@offhook/connectors/xivo';
import { createOffhook, type Connector } from '@offhook/core';
import { createEventLog, xivoGuest, xivoObserver } from '@offhook/demo-kit';
import { addresses, notices, session } from './page.js';
import type { Phone } from './phones.js';

let guests: Phone | undefined;
let observers: Phone | undefined;

/** The client of a page that the agents' desktop opened for one call. */
export function guestPhone(): Phone {
  guests ??= phone(xivo(xivoGuest(addresses, location)));
  return guests;
}

/** The client of a page that watches what the web service is asked. */
export function observerPhone(): Phone {
  observers ??= phone(xivo(xivoObserver(addresses, session)));
  return observers;
}

// The desktop logs its calls itself: nothing of the host's own is here.
function phone(connector: Connector): Phone {
  const client = createOffhook({ connectors: [connector] });
  notices.follow(client);
  return { client, events: createEventLog(client) };
}
