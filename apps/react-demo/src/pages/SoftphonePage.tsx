import type { Current } from '@offhook/core';
import type { LoggedEvent } from '@offhook/demo-kit';
import { useConnection } from '@offhook/react';
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
import { useTexts } from '../shared/useTexts.js';
import { Softphone } from './Softphone.js';

interface SoftphonePageProps {
  readonly events: Current<readonly LoggedEvent[]>;
  /** What only this vendor's page has. */
  readonly children?: ReactNode;
}

/** A vendor's page: the same for each, but for what the vendor alone can do. */
export function SoftphonePage({ events, children }: SoftphonePageProps) {
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
          <Dialer />
          <CallList />
          <RecentCalls />
        </div>
        <div className="column column-data">
          <IncomingCalls />
          <ContactPanel />
          {children}
        </div>
        <Softphone />
      </main>
      <EventLog events={events} />
    </>
  );
}
