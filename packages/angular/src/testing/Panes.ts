import { Component, inject, InjectionToken, type Signal } from '@angular/core';
import type { PaneLabels } from '@offhook/core';
import { OffhookPaneHost } from '../index.js';

export interface ShownPanes {
  readonly labels: Signal<Partial<PaneLabels> | undefined>;
}

export const shownPanes = new InjectionToken<ShownPanes>('what a host of panes says');

@Component({
  selector: 'test-panes',
  imports: [OffhookPaneHost],
  template: '<offhook-pane-host [labels]="shown.labels()" />',
})
export class Panes {
  protected readonly shown = inject(shownPanes);
}
