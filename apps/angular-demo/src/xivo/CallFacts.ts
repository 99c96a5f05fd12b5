import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Call } from '@offhook/core';
import { callFacts } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';

/** What is known of a call: who calls whom, through which queue, and the vendor's own data. */
@Component({
  selector: 'dl[appCallFacts]',
  template: `
    @for (fact of facts(); track fact.term) {
      <div>
        <dt>{{ fact.term }}</dt>
        <dd>{{ fact.detail }}</dd>
      </div>
    }
  `,
  host: { class: 'facts' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallFacts {
  readonly call = input.required<Call>();
  readonly #texts = inject(appTexts);
  protected readonly facts = computed(() => callFacts(this.call(), this.#texts()));
}
