import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { ConnectionService } from '@offhook/angular';
import { addresses } from '../app/page.js';
import { RecentCalls } from '../calls/RecentCalls.js';
import { EventLog } from '../events/EventLog.js';
import { ConnectionStatus } from '../header/ConnectionStatus.js';
import { Header } from '../header/Header.js';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { showTitle } from '../shared/showTitle.js';
import { AgentCalls } from '../xivo/AgentCalls.js';
import { LoggedInAs } from '../xivo/LoggedInAs.js';

/** A page outside of the desktop that sees its calls come and go, by the web service's event stream. */
@Component({
  selector: 'app-observer-page',
  imports: [AgentCalls, ConnectionStatus, EventLog, Header, Icon, LoggedInAs, RecentCalls],
  template: `
    <header appHeader>
      <app-connection-status />
    </header>
    <main class="home">
      <h1>{{ name() }}</h1>
      <p class="home-lead">{{ texts().serviceLead }}</p>
      <p appLoggedInAs></p>
      <app-agent-calls />
      <app-recent-calls />
      <p>
        <a class="button" [href]="desktop" target="_blank" rel="noreferrer">
          <svg appIcon="external"></svg>
          {{ texts().openDesktop }}
        </a>
      </p>
    </main>
    <aside appEventLog></aside>
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ObserverPage {
  protected readonly texts = inject(appTexts);
  protected readonly desktop = addresses.xivoDesktop;
  readonly #connection = inject(ConnectionService).connection;
  protected readonly name = computed(() => this.#connection().name);

  constructor() {
    showTitle(() => `${this.name()} · ${this.texts().product} · Angular`);
  }
}
