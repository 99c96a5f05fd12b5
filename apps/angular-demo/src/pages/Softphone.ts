import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ConnectionService, OffhookSoftphone } from '@offhook/angular';
import { appTexts } from '../shared/appTexts.js';
import { IconButton } from '../shared/IconButton.js';

/** The vendor's own frame. On a narrow screen it is a sheet that opens and closes; the frame lives on either way. */
@Component({
  selector: 'section[appSoftphone]',
  imports: [IconButton, OffhookSoftphone],
  template: `
    <div class="softphone-header">
      <h2 class="panel-title">{{ texts().softphone }}</h2>
      @if (signInUrl(); as url) {
        <a [href]="url" target="_blank" rel="noreferrer">{{ texts().signIn }}</a>
      }
      <button
        appIconButton="open"
        [attr.aria-label]="open() ? texts().hideSoftphone : texts().showSoftphone"
        class="softphone-toggle icon-button-end"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      ></button>
    </div>
    <div offhookSoftphone class="softphone-frame"></div>
  `,
  host: {
    class: 'panel softphone',
    '[attr.aria-label]': 'texts().softphone',
    '[attr.data-open]': 'open()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Softphone {
  protected readonly texts = inject(appTexts);
  readonly #connection = inject(ConnectionService).connection;
  protected readonly signInUrl = computed(() => this.#connection().signInUrl);
  protected readonly open = signal(false);
}
