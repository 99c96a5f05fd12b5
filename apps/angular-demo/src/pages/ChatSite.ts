import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, EnvironmentInjector, inject, signal } from '@angular/core';
import type { Route } from '../app/routes.js';
import { Header } from '../header/Header.js';

let loaded: Promise<Route> | undefined;

/** A customer's web site with a chat, from the moment that it is loaded: pages of other vendors carry no code for chats. */
@Component({
  selector: 'app-chat-site',
  imports: [Header, NgComponentOutlet],
  template: `
    @if (route(); as route) {
      <ng-container *ngComponentOutlet="route.page; environmentInjector: route.injector" />
    } @else {
      <div class="page"><header appHeader></header></div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatSite {
  protected readonly route = signal<Route | undefined>(undefined);

  constructor() {
    const injector = inject(EnvironmentInjector);
    loaded ??= import('./chatSiteRoute.js').then(({ chatSiteRoute }) => chatSiteRoute(injector));
    void loaded.then((route) => this.route.set(route));
  }
}
