import { NgComponentOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  EnvironmentInjector,
  inject,
  untracked,
} from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { keepFocus } from '@offhook/demo-kit';
import { NoticeList } from '../shared/NoticeList.js';
import { router } from './page.js';
import { routesBelow } from './routes.js';

@Component({
  selector: 'app-root',
  imports: [NgComponentOutlet, NoticeList],
  template: `
    <ng-container *ngComponentOutlet="route().page; environmentInjector: route().injector" />
    <app-notice-list />
  `,
  // The links inside are ordinary ones; the router takes over those of this app.
  host: { '(click)': 'router.followLink($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly router = router;
  readonly #routeAt = routesBelow(inject(EnvironmentInjector));
  readonly #path = currentSignal(router.path);
  protected readonly route = computed(() => {
    const path = this.#path();
    return untracked(() => this.#routeAt(path));
  });

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    inject(DestroyRef).onDestroy(keepFocus(nativeElement));
  }
}
