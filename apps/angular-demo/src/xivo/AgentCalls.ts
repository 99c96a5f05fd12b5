import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { CallService } from '@offhook/angular';
import { agentCallDetail, partyName } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Avatar } from '../shared/Avatar.js';

/** The calls that the agents' desktops asked the service about. They are worked there, not here. */
@Component({
  selector: 'app-agent-calls',
  imports: [Avatar],
  template: `
    <h2 class="panel-title">{{ texts().calls }}</h2>
    <div class="list-body agent-calls-body">
      <ul role="list" [attr.aria-label]="texts().calls" [attr.tabindex]="rows().length > 0 ? 0 : null">
        @for (row of rows(); track row.id) {
          <li class="agent-call" [attr.data-state]="row.state" [attr.aria-label]="row.name">
            <app-avatar [name]="row.name" />
            <span class="who-name clip">{{ row.name }}</span>&ngsp;
            <span class="how clip">{{ row.detail }}</span>&ngsp;
            <span class="pill">{{ texts().callState[row.state] }}</span>
          </li>
        }
      </ul>
      @if (rows().length === 0) {
        <p class="empty">{{ texts().noAgentCalls }}</p>
      }
    </div>
  `,
  host: { class: 'panel' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgentCalls {
  protected readonly texts = inject(appTexts);
  readonly #calls = inject(CallService).calls;
  protected readonly rows = computed(() =>
    this.#calls().map((call) => ({
      id: call.id,
      state: call.state,
      name: partyName(call.remote, call.match, this.texts().unknownCaller),
      detail: agentCallDetail(call),
    })),
  );
}
