import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { initials } from '@offhook/demo-kit';
import { Icon } from './Icon.js';

/** The initials of a name, or a figure for a number. */
@Component({
  selector: 'app-avatar',
  imports: [Icon],
  template: `
    @if (letters()) {
      {{ letters() }}
    } @else {
      <svg appIcon="contact"></svg>
    }
  `,
  host: { class: 'avatar', 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  readonly name = input.required<string>();
  protected readonly letters = computed(() => initials(this.name()));
}
