import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { iconHref, type IconName } from '@offhook/demo-kit';

/** An icon that decorates: it says nothing to a screen reader. */
@Component({
  selector: 'svg[appIcon]',
  template: '<svg:use [attr.href]="href()" />',
  host: { class: 'icon', 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly appIcon = input.required<IconName>();
  protected readonly href = computed(() => iconHref(this.appIcon()));
}
