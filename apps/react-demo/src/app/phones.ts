import { connectMe } from '@offhook/connectors/connect-me';
import { kunzite } from '@offhook/connectors/kunzite';
import { ringCentral } from '@offhook/connectors/ringcentral';
import { xivoPanes } from '@offhook/connectors/xivo';
import { contactIndex } from '@offhook/contacts';
import {
  createOffhook,
  type Connector,
  type Current,
  type Offhook,
  type OffhookOptions,
} from '@offhook/core';
import {
  connectMeWidget,
  createContactBook,
  createEventLog,
  hasRoomForWidget,
  kunziteWidget,
  ringCentralWidget,
  xivoPanesOptions,
  type ContactBook,
  type LoggedEvent,
} from '@offhook/demo-kit';
import { logbook } from '@offhook/logbook';
import { tabs, type Tabs } from '@offhook/tabs';
import { desk } from './desk.js';
import { addresses, notices, session } from './page.js';

/** A client, and what the page keeps of its events. */
export interface Phone {
  readonly client: Offhook;
  readonly events: Current<readonly LoggedEvent[]>;
}

let ringCentralsPhone: Phone | undefined;
let connectMesPhone: Phone | undefined;
let kunzitesPhone: (Phone & { readonly book: ContactBook }) | undefined;
let shared: Tabs | undefined;
// Which page a call brings up, whatever its vendor: a web service that speaks XiVO's protocol says.
const panes = xivoPanes(xivoPanesOptions(addresses, session, location));

// Each vendor's client is made once, outside the component tree, so that a call goes on whatever page shows.

export function ringCentralPhone(): Phone {
  ringCentralsPhone ??= phone(ringCentral(ringCentralWidget(addresses)));
  return ringCentralsPhone;
}

export function connectMePhone(): Phone {
  connectMesPhone ??= phone(connectMe(connectMeWidget(addresses)));
  return connectMesPhone;
}

/** Its contacts are the page's own, in an index: they name who calls, and the widget is told of them. */
export function kunzitePhone(): Phone & { readonly book: ContactBook } {
  if (kunzitesPhone === undefined) {
    const book = createContactBook(contactIndex());
    const { contacts: _crms, ...provide } = desk.provide;
    kunzitesPhone = {
      ...phone(kunzite(kunziteWidget(addresses)), { provide, contacts: book.contacts }),
      book,
    };
    if (hasRoomForWidget()) kunzitesPhone.client.openWidget();
  }
  return kunzitesPhone;
}

function phone(connector: Connector, options: Partial<OffhookOptions> = {}): Phone {
  // With the first client: a page that has none must not lead tabs whose calls wait to be logged.
  shared ??= tabs({ name: `offhook-${session}` });
  const client = createOffhook({
    connectors: [connector],
    provide: desk.provide,
    panes,
    tabs: shared,
    log: logbook({ tabs: shared, name: `offhook-log-${session}-${connector.id}` }),
    ...options,
  });
  notices.follow(client);
  desk.follow(client);
  return { client, events: createEventLog(client) };
}
