import { startBackEnd } from '../testing/backEnd.js';
import { openBrowser } from '../testing/browser.js';
import { install, type Globals } from '../boot/install.js';
import type { MediaPort } from './mediaPort.js';
import { whenApis } from './whenApis.js';

function openPage(readyState: DocumentReadyState) {
  const globals: Globals = {};
  const listeners = new Map<string, () => void>();
  const addEventListener = (name: string, listener: unknown): void =>
    void listeners.set(name, listener as () => void);
  const ports: MediaPort[] = [];
  const errors: Error[] = [];
  const begin = (): void =>
    whenApis(
      {
        globals,
        document: { readyState, addEventListener },
        window: { addEventListener },
        report: (error) => void errors.push(error),
      },
      'video',
      (port) => void ports.push(port),
    );
  const livechat = (mode: 'single' | 'multi'): unknown =>
    install(globals, openBrowser(startBackEnd()).page().env, mode);
  return { globals, begin, ports, errors, livechat, fire: (name: string) => listeners.get(name)?.() };
}

test('T-8: included after livechat.js it begins at once, on both objects', () => {
  const { begin, livechat, ports, fire } = openPage('loading');
  livechat('multi');
  begin();
  expect(ports.map(({ mode }) => mode)).toEqual(['single', 'multi']);
  fire('DOMContentLoaded');
  fire('load');
  expect(ports).toHaveLength(2);
});

test.each(['DOMContentLoaded', 'load'])('T-8: included before livechat.js it begins with %s', (name) => {
  const { begin, livechat, ports, errors, fire } = openPage('loading');
  begin();
  livechat('single');
  fire(name);
  expect(ports.map(({ mode }) => mode)).toEqual(['single']);
  expect(errors).toEqual([]);
});

test('a page without livechat.js is told so, once', () => {
  const { begin, ports, errors, globals, fire } = openPage('interactive');
  const notes: unknown[] = [];
  globals.__clientlog = (...line: unknown[]) => notes.push(line);
  globals.livechat = { StartAvCall: 1 };
  begin();
  fire('DOMContentLoaded');
  expect(errors).toEqual([]);
  fire('load');
  expect(ports).toEqual([]);
  expect(errors).toHaveLength(1);
  expect(notes).toHaveLength(1);
});
