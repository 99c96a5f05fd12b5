import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ConnectionService, PaneService } from '@offhook/angular';
import { partyName } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { showTitle } from '../shared/showTitle.js';
import { CallFacts } from '../xivo/CallFacts.js';

/** The call that the page was opened for, and the button that gives the pane back. */
@Component({
  selector: 'app-guest-page',
  imports: [CallFacts],
  template: `
    <main class="guest">
      <h1>{{ title() }}</h1>
      @if (pane.call(); as call) {
        <dl appCallFacts [call]="call"></dl>
      } @else if (connection().status === 'connecting') {
        <p class="soft">{{ texts().lookingUpCall }}</p>
      } @else {
        <p class="guest-fault" role="alert">
          {{ connection().status === 'ready' ? texts().noCallHere : texts().lineHint(connection()) }}
        </p>
      }
      <div class="guest-end">
        <button
          type="button"
          class="button button-primary"
          [disabled]="pane.pending() || done()"
          (click)="finish()"
        >
          {{ texts().done }}
        </button>
        <p role="status" class="soft">{{ done() ? texts().workDone : '' }}</p>
      </div>
    </main>
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GuestPage {
  protected readonly texts = inject(appTexts);
  protected readonly connection = inject(ConnectionService).connection;
  protected readonly pane = inject(PaneService).paneContext();
  protected readonly done = signal(false);
  protected readonly title = computed(() => this.pane.context()?.title ?? this.#caller());
  readonly #caller = computed(() => {
    const call = this.pane.call();
    const texts = this.texts();
    return call === undefined ? texts.product : partyName(call.remote, call.match, texts.unknownCaller);
  });

  constructor() {
    noticeErrors(this.pane.lastError);
    showTitle(() => `${this.title()} · ${this.texts().product} · Angular`);
  }

  protected async finish(): Promise<void> {
    this.done.set((await this.pane.complete()).ok);
  }
}
