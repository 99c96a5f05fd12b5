import type { ApplicationRef, EnvironmentProviders, Provider, Type } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { appProviders } from './appProviders.js';

/** An app of one component, in the page. */
export interface MountedApp {
  readonly app: ApplicationRef;
  readonly host: HTMLElement;
  unmount(): void;
}

const running = new Set<ApplicationRef>();

/** Starts an app as a page does, and waits until it shows. */
export async function mounted(
  component: Type<unknown>,
  providers: readonly (Provider | EnvironmentProviders)[],
): Promise<MountedApp> {
  const app = await createApplication({ providers: [...appProviders(), ...providers] });
  const host = document.body.appendChild(document.createElement('div'));
  const unmount = (): void => {
    running.delete(app);
    app.destroy();
    host.remove();
  };
  try {
    app.bootstrap(component, host);
    await app.whenStable();
  } catch (error) {
    unmount();
    throw error;
  }
  running.add(app);
  return { app, host, unmount };
}

/** Lets every app in the page show what has changed. */
export async function settled(): Promise<void> {
  // What waits for promises only comes first: Angular shows things in tasks of their own.
  await new Promise<void>((resolve) => setTimeout(resolve));
  await Promise.all([...running].map((app) => app.whenStable()));
}
