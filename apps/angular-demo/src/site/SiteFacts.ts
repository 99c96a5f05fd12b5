import { ChangeDetectionStrategy, Component, input } from '@angular/core';

@Component({
  selector: 'dl[appSiteFacts]',
  template: `
    @for (fact of appSiteFacts(); track fact[0]) {
      <div>
        <dt>{{ fact[0] }}</dt>
        <dd>{{ fact[1] }}</dd>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SiteFacts {
  /** Pairs of a title and its text. */
  readonly appSiteFacts = input.required<readonly (readonly string[])[]>();
}
