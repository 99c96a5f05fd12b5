import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { CallService, ConnectionService, OffhookPaneHost } from '@offhook/angular';
import type { OpeningState } from '@offhook/core';
import { paneWords, type FindContacts } from '@offhook/demo-kit';
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
import { appTexts } from '../shared/appTexts.js';
import { showTitle } from '../shared/showTitle.js';
import { Softphone } from './Softphone.js';

/**
 * A vendor's page: the same for each, but for its content, which the vendor alone can do. What is an `aside` of it
 * shows below the softphone.
 */
@Component({
  selector: 'app-softphone-page',
  imports: [
    CallList,
    CallLogPanel,
    ConnectionStatus,
    ContactPanel,
    Dialer,
    EventLog,
    Header,
    IncomingCalls,
    OffhookPaneHost,
    PresencePicker,
    RecentCalls,
    Softphone,
  ],
  template: `
    <header appHeader>
      <app-connection-status />
      <app-presence-picker />
    </header>
    <main class="columns">
      <h1 class="visually-hidden">{{ name() }}</h1>
      <div class="column column-work">
        <form appDialer [suggest]="suggest()"></form>
        <app-call-list />
        <app-recent-calls />
      </div>
      <div class="column column-data">
        <app-incoming-calls />
        <offhook-pane-host class="panel panes" [labels]="paneWords()" />
        <section appContactPanel [call]="call()"></section>
        <section appCallLogPanel [callId]="callId()"></section>
        <ng-content />
      </div>
      <div class="column column-phone">
        <section appSoftphone [openOn]="openOn()"></section>
        <ng-content select="[aside]" />
      </div>
    </main>
    <aside appEventLog></aside>
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SoftphonePage {
  /** Finds the contacts that the dialer offers, if it does. */
  readonly suggest = input<FindContacts>();
  /** Opens the widget when a call is so, and lets people close it; without it the widget is always there. */
  readonly openOn = input<readonly OpeningState[]>();
  readonly #texts = inject(appTexts);
  readonly #connection = inject(ConnectionService).connection;
  protected readonly paneWords = computed(() => paneWords(this.#texts()));
  protected readonly call = inject(CallService).focus;
  // In a template `?.` would make it null.
  protected readonly callId = computed(() => this.call()?.id);
  protected readonly name = computed(() => this.#connection().name);

  constructor() {
    showTitle(() => `${this.name()} · ${this.#texts().product} · Angular`);
  }
}
