import {
  provideZoneChangeDetection,
  provideZonelessChangeDetection,
  ɵConsole as Console,
  type EnvironmentProviders,
  type Provider,
} from '@angular/core';

/** Whether this run has zone.js: every test runs with it and without. */
export const withZone = 'Zone' in globalThis;

export const mode = withZone ? 'with zone.js' : 'without zone.js';

/** What every app of these tests has. */
export const appProviders = (): readonly (Provider | EnvironmentProviders)[] => [
  withZone ? provideZoneChangeDetection() : provideZonelessChangeDetection(),
  // That it runs in development mode needs no word in each test; its warnings are told.
  { provide: Console, useValue: { log: () => {}, warn: (text: string) => console.warn(text) } },
];
