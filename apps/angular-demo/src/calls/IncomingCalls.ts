import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { CallService, ConnectionService } from '@offhook/angular';
import { partyName } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { IncomingCall } from './IncomingCall.js';

/** Where calls ring. Its place is always there; in between it says how the line is. */
@Component({
  selector: 'app-incoming-calls',
  imports: [Icon, IncomingCall],
  template: `
    <div class="incoming" data-focus-next="#calls">
      @for (call of calls(); track call.id) {
        <app-incoming-call [call]="call" />
      }
    </div>
    @if (calls().length === 0) {
      <p class="stage-hint">
        <svg appIcon="incoming"></svg>
        {{ texts().lineHint(connection()) }}
      </p>
    }
    <!-- The dialogs don't take the focus from somebody who writes: this says that they are there. -->
    <p class="visually-hidden" aria-live="assertive">{{ announcement() }}</p>
  `,
  host: { class: 'stage' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IncomingCalls {
  protected readonly texts = inject(appTexts);
  protected readonly calls = inject(CallService).incomingCalls;
  protected readonly connection = inject(ConnectionService).connection;
  protected readonly announcement = computed(() => {
    const { incomingFrom, unknownCaller } = this.texts();
    return this.calls()
      .map(({ remote, match }) => incomingFrom(partyName(remote, match, unknownCaller)))
      .join('. ');
  });
}
