import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { IconName } from '@offhook/demo-kit';
import { Icon } from './Icon.js';
import { uniqueId } from './uniqueId.js';

/** A button that shows an icon, and its `aria-label` on hover and focus. */
@Component({
  selector: 'button[appIconButton]',
  imports: [Icon],
  template: `
    <svg [appIcon]="appIconButton()"></svg>
    @if (disabledBecause(); as reason) {
      <span [id]="reasonId" hidden>{{ reason }}</span>
    }
  `,
  host: {
    type: 'button',
    class: 'icon-button',
    '[attr.aria-describedby]': 'disabledBecause() && reasonId',
    '[attr.title]': 'disabledBecause()',
    '[disabled]': 'disabledBecause() !== undefined',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IconButton {
  readonly appIconButton = input.required<IconName>();
  /** Why it can't be used; it then shows disabled. */
  readonly disabledBecause = input<string>();
  protected readonly reasonId = uniqueId();
}
