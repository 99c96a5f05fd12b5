import {
  DOCUMENT,
  getPlatform,
  PLATFORM_ID,
  TransferState,
  ɵannotateForHydration as annotateForHydration,
  ɵSSR_CONTENT_INTEGRITY_MARKER as integrityMarker,
  type EnvironmentProviders,
  type Provider,
  type Type,
} from '@angular/core';
import { createApplication, provideClientHydration } from '@angular/platform-browser';
import { appProviders } from './appProviders.js';

type Providers = readonly (Provider | EnvironmentProviders)[];

const selector = 'test-app';

/** An app that a server has rendered, in the page. */
export interface HydratedApp {
  readonly host: Element;
  /** Whether the elements are those that the server sent. */
  readonly reused: boolean;
  unmount(): void;
}

/** What a build for servers sets, and one for browsers doesn't. */
function asServer(is: boolean): void {
  Object.assign(globalThis, { ngServerMode: is });
}

/**
 * Renders an app as `@angular/platform-server` does, which is not installed here: the platform is a server's, the
 * document is one of its own, and what is sent has all that hydration asks for.
 */
export async function renderedOnServer(component: Type<unknown>, providers: Providers): Promise<string> {
  const page = document.implementation.createHTMLDocument();
  const host = page.body.appendChild(page.createElement(selector));
  const platformRef = getPlatform();
  if (platformRef === null) throw new Error('Set up the test environment first.');
  asServer(true);
  try {
    const app = await createApplication(
      {
        providers: [
          ...appProviders(),
          provideClientHydration(),
          { provide: PLATFORM_ID, useValue: 'server' },
          { provide: DOCUMENT, useValue: page },
          ...providers,
        ],
      },
      { platformRef },
    );
    app.bootstrap(component, host);
    await app.whenStable();
    page.body.prepend(page.createComment(integrityMarker));
    annotateForHydration(app, page);
    const script = page.createElement('script');
    script.id = 'ng-state';
    script.type = 'application/json';
    script.textContent = app.injector.get(TransferState).toJson();
    page.body.append(script);
    const html = page.body.innerHTML;
    app.destroy();
    return html;
  } finally {
    asServer(false);
  }
}

/** Brings to life what a server has sent: it is all that the page has. */
export async function hydrated(
  html: string,
  component: Type<unknown>,
  providers: Providers,
): Promise<HydratedApp> {
  document.body.innerHTML = html;
  const host = document.querySelector(selector);
  if (host === null) throw new Error('The server has sent no app.');
  const sent = [...host.children];
  const app = await createApplication({
    providers: [...appProviders(), provideClientHydration(), ...providers],
  });
  app.bootstrap(component, host);
  await app.whenStable();
  return {
    host,
    reused: sent.every((element) => element.isConnected),
    unmount() {
      app.destroy();
      document.body.replaceChildren();
    },
  };
}
