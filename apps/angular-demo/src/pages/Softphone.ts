import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { ConnectionService, OffhookSoftphone } from '@offhook/angular';
import type { OpeningState } from '@offhook/core';
import { appTexts } from '../shared/appTexts.js';
import { IconButton } from '../shared/IconButton.js';

/** The vendor's own frame. It lives on whether it shows or not. */
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
        (click)="toggle()"
      ></button>
    </div>
    <div offhookSoftphone class="softphone-frame" [openOn]="openOn()"></div>
  `,
  host: {
    class: 'panel softphone',
    '[attr.aria-label]': 'texts().softphone',
    '[attr.data-open]': 'open()',
    '[attr.data-follows]': 'follows()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Softphone {
  readonly openOn = input<readonly OpeningState[]>();
  protected readonly texts = inject(appTexts);
  readonly #service = inject(ConnectionService);
  protected readonly signInUrl = computed(() => this.#service.connection().signInUrl);
  readonly #widget = this.#service.widget();
  // Where the widget opens by itself, this follows it; else, on a narrow screen, it is a sheet of the page's own.
  readonly #sheetOpen = signal(false);
  protected readonly follows = computed(() => this.openOn() !== undefined);
  protected readonly open = computed(() => (this.follows() ? this.#widget.open() : this.#sheetOpen()));

  protected toggle(): void {
    if (!this.follows()) this.#sheetOpen.update((open) => !open);
    else if (this.open()) this.#widget.closeWidget();
    else this.#widget.openWidget();
  }
}
