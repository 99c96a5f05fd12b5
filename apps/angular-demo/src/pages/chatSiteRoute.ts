import { createEnvironmentInjector, type EnvironmentInjector } from '@angular/core';
import { provideOffhook } from '@offhook/angular';
import type { Route } from '../app/routes.js';
import { chatDesk } from '../chat/chatDesk.js';
import { loggedEvents } from '../events/loggedEvents.js';
import { ChatSitePage } from './ChatSitePage.js';

/** The page with the chat's client. */
export function chatSiteRoute(root: EnvironmentInjector): Route {
  const { client, events } = chatDesk();
  const providers = [provideOffhook(client), { provide: loggedEvents, useValue: events }];
  return { page: ChatSitePage, injector: createEnvironmentInjector(providers, root) };
}
