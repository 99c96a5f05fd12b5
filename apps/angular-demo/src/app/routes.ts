import { createEnvironmentInjector, type EnvironmentInjector, type Type } from '@angular/core';
import { provideOffhook } from '@offhook/angular';
import { isXivoGuest, sitePages } from '@offhook/demo-kit';
import { ChatSite } from '../pages/ChatSite.js';
import { ConnectMePage } from '../pages/ConnectMePage.js';
import { GuestPage } from '../pages/GuestPage.js';
import { HomePage } from '../pages/HomePage.js';
import { KunzitePage } from '../pages/KunzitePage.js';
import { NotFoundPage } from '../pages/NotFoundPage.js';
import { ObserverPage } from '../pages/ObserverPage.js';
import { RingCentralPage } from '../pages/RingCentralPage.js';
import { loggedEvents } from '../events/loggedEvents.js';
import { connectMePhone, kunzitePhone, ringCentralPhone, type Phone } from './phones.js';
import { guestPhone, observerPhone } from './xivoPhones.js';

/** What shows at a path: a page, and the injector that has what it needs. */
export interface Route {
  readonly page: Type<unknown>;
  readonly injector: EnvironmentInjector;
}

/** The pages by their paths. A vendor's page has the vendor's client, made when it is first shown. */
export function routesBelow(root: EnvironmentInjector): (path: string) => Route {
  const injectors = new Map<string, EnvironmentInjector>();

  function vendor(path: string, page: Type<unknown>, phone: () => Phone): Route {
    const injector = injectors.get(path) ?? withPhone(phone(), root);
    injectors.set(path, injector);
    return { page, injector };
  }

  return (path) => {
    switch (path) {
      case '':
        return { page: HomePage, injector: root };
      case 'ringcentral':
        return vendor(path, RingCentralPage, ringCentralPhone);
      case 'connect-me':
        return vendor(path, ConnectMePage, connectMePhone);
      case 'kunzite':
        return vendor(path, KunzitePage, kunzitePhone);
      case 'xivo':
        // Within the agents' desktop the page for one call; opened on its own, what the desktops are busy with.
        return isXivoGuest(location)
          ? vendor(path, GuestPage, guestPhone)
          : vendor(path, ObserverPage, observerPhone);
      default:
        return { page: sitePages.includes(path) ? ChatSite : NotFoundPage, injector: root };
    }
  };
}

const withPhone = ({ client, events }: Phone, root: EnvironmentInjector): EnvironmentInjector =>
  createEnvironmentInjector([provideOffhook(client), { provide: loggedEvents, useValue: events }], root);
