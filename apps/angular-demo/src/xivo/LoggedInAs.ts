import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { AgentService } from '@offhook/angular';
import { appTexts } from '../shared/appTexts.js';

/** Who logged in at the agents' desktop last, as its login URL told. */
@Component({
  selector: 'p[appLoggedInAs]',
  template: `
    <span class="soft">{{ texts().loggedInAs }}</span>
    <strong role="status" [attr.aria-label]="texts().loggedInAs">{{ login() }}</strong>
  `,
  host: { class: 'logged-in' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoggedInAs {
  protected readonly texts = inject(appTexts);
  readonly #me = inject(AgentService).agent();
  protected readonly login = computed(() => this.#me.agent().login ?? this.texts().nobodyLoggedIn);
}
