import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { AgentService } from '@offhook/angular';
import type { Presence } from '@offhook/core';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';

const settable: readonly Presence[] = ['available', 'busy', 'offline'];

/** Shows the agent's presence and sets it, where the vendor can. */
@Component({
  selector: 'app-presence-picker',
  template: `
    @if (!never()) {
      <select #select class="select presence" [attr.aria-label]="texts().presence" (change)="choose(select)">
        @if (!settable.includes(shown())) {
          <option [value]="shown()" selected hidden>{{ texts().presences[shown()] }}</option>
        }
        @for (presence of settable; track presence) {
          <option [value]="presence" [selected]="presence === shown()">
            {{ texts().presences[presence] }}
          </option>
        }
      </select>
    }
  `,
  host: { '[hidden]': 'never()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PresencePicker {
  protected readonly texts = inject(appTexts);
  protected readonly settable = settable;
  readonly #me = inject(AgentService).agent();
  readonly #wanted = signal<Presence>('unknown');
  // While the vendor makes up its mind, what was chosen stands; after that, what is so.
  protected readonly shown = computed(() =>
    this.#me.pending() ? this.#wanted() : this.#me.agent().presence,
  );
  protected readonly never = computed(() => {
    const { setPresence } = this.#me.can();
    return !setPresence.allowed && setPresence.reason === 'not-supported';
  });

  constructor() {
    noticeErrors(this.#me.lastError);
  }

  protected async choose(select: HTMLSelectElement): Promise<void> {
    const presence = select.value as Presence;
    this.#wanted.set(presence);
    await this.#me.setPresence(presence);
    // Refused at once, nothing was rendered between: the browser still shows what was chosen.
    select.value = this.shown();
  }
}
