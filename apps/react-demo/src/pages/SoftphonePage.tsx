import type { Current, OpeningState } from '@offhook/core';
import { paneWords, type FindContacts, type LoggedEvent } from '@offhook/demo-kit';
import { PaneHost, useConnection } from '@offhook/react';
import type { ReactNode } from 'react';
import { CallList } from '../calls/CallList.js';
import { IncomingCalls } from '../calls/IncomingCalls.js';
import { RecentCalls } from '../calls/RecentCalls.js';
import { ContactPanel } from '../contact/ContactPanel.js';
import { Dialer } from '../dialer/Dialer.js';
import { EventLog } from '../events/EventLog.js';
import { ConnectionStatus } from '../header/ConnectionStatus.js';
import { Header } from '../header/Header.js';
import { PresencePicker } from '../header/PresencePicker.js';
import { CallLogPanel } from '../log/CallLogPanel.js';
import { useTexts } from '../shared/useTexts.js';
import { Softphone } from './Softphone.js';

interface SoftphonePageProps {
  readonly events: Current<readonly LoggedEvent[]>;
  /** Finds the contacts that the dialer offers, if it does. */
  readonly suggest?: FindContacts;
  /** Opens the widget when a call is so, and lets people close it; without it the widget is always there. */
  readonly openOn?: readonly OpeningState[];
  /** What only this vendor's page has. */
  readonly children?: ReactNode;
  /** The same, below the softphone. */
  readonly aside?: ReactNode;
}

/** A vendor's page: the same for each, but for what the vendor alone can do. */
export function SoftphonePage({ events, suggest, openOn, children, aside }: SoftphonePageProps) {
  const texts = useTexts();
  const { name } = useConnection();
  return (
    <>
      <title>{`${name} · ${texts.product} · React`}</title>
      <Header>
        <ConnectionStatus />
        <PresencePicker />
      </Header>
      <main className="columns">
        <h1 className="visually-hidden">{name}</h1>
        <div className="column column-work">
          <Dialer suggest={suggest} />
          <CallList />
          <RecentCalls />
        </div>
        <div className="column column-data">
          <IncomingCalls />
          <PaneHost className="panel panes" labels={paneWords(texts)} />
          <ContactPanel />
          <CallLogPanel />
          {children}
        </div>
        <div className="column column-phone">
          <Softphone openOn={openOn} />
          {aside}
        </div>
      </main>
      <EventLog events={events} />
    </>
  );
}
