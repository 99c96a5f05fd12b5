import type { Current } from '@offhook/core';
import type { LoggedEvent } from '@offhook/demo-kit';
import { useConnection } from '@offhook/react';
import { addresses } from '../app/page.js';
import { RecentCalls } from '../calls/RecentCalls.js';
import { EventLog } from '../events/EventLog.js';
import { ConnectionStatus } from '../header/ConnectionStatus.js';
import { Header } from '../header/Header.js';
import { Icon } from '../shared/Icon.js';
import { useTexts } from '../shared/useTexts.js';
import { AgentCalls } from './AgentCalls.js';
import { LoggedInAs } from './LoggedInAs.js';

/** A page outside of the desktop that sees its calls come and go, by the web service's event stream. */
export function ObservedCalls({ events }: { readonly events: Current<readonly LoggedEvent[]> }) {
  const texts = useTexts();
  const { name } = useConnection();
  return (
    <>
      <title>{`${name} · ${texts.product} · React`}</title>
      <Header>
        <ConnectionStatus />
      </Header>
      <main className="home">
        <h1>{name}</h1>
        <p className="home-lead">{texts.serviceLead}</p>
        <LoggedInAs />
        <AgentCalls />
        <RecentCalls />
        <p>
          <a className="button" href={addresses.xivoDesktop} target="_blank" rel="noreferrer">
            <Icon name="external" />
            {texts.openDesktop}
          </a>
        </p>
      </main>
      <EventLog events={events} />
    </>
  );
}
