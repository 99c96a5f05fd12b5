import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { ConnectionService } from '@offhook/angular';
import { CallList } from '../calls/CallList.js';
import { IncomingCalls } from '../calls/IncomingCalls.js';
import { RecentCalls } from '../calls/RecentCalls.js';
import { ContactPanel } from '../contact/ContactPanel.js';
import { Dialer } from '../dialer/Dialer.js';
import { EventLog } from '../events/EventLog.js';
import { ConnectionStatus } from '../header/ConnectionStatus.js';
import { Header } from '../header/Header.js';
import { PresencePicker } from '../header/PresencePicker.js';
import { appTexts } from '../shared/appTexts.js';
import { showTitle } from '../shared/showTitle.js';
import { Softphone } from './Softphone.js';

/** A vendor's page: the same for each, but for its content, which the vendor alone can do. */
@Component({
  selector: 'app-softphone-page',
  imports: [
    CallList,
    ConnectionStatus,
    ContactPanel,
    Dialer,
    EventLog,
    Header,
    IncomingCalls,
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
        <form appDialer></form>
        <app-call-list />
        <app-recent-calls />
      </div>
      <div class="column column-data">
        <app-incoming-calls />
        <section appContactPanel></section>
        <ng-content />
      </div>
      <section appSoftphone></section>
    </main>
    <aside appEventLog></aside>
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SoftphonePage {
  readonly #texts = inject(appTexts);
  readonly #connection = inject(ConnectionService).connection;
  protected readonly name = computed(() => this.#connection().name);

  constructor() {
    showTitle(() => `${this.name()} · ${this.#texts().product} · Angular`);
  }
}
