import path from 'node:path';
import type { Component } from 'svelte';
import * as core from '@offhook/core';
import type { Offhook } from '@offhook/core';
import type * as svelteServer from 'svelte/server';
import { showing, type Mode } from './components.js';
import type * as componentsModule from './components.js';

type Server = typeof componentsModule & Pick<typeof svelteServer, 'render'>;

let server: Server | undefined;

/**
 * Svelte, the binding and the components as a server has them: modules of their own beside the page's. Core is the
 * page's, as the clients come from it.
 */
function loadServer(): Server {
  const svelte = path.dirname(require.resolve('svelte/package.json'));
  const mocks: Readonly<Record<string, () => unknown>> = {
    '../../testing/onServer.js': () => ({ onServer: true }),
    svelte: () => jest.requireActual(path.join(svelte, 'src/index-server.js')),
    'svelte/store': () => jest.requireActual(path.join(svelte, 'src/store/index-server.js')),
    '@offhook/core': () => core,
  };
  let loaded: Server | undefined;
  jest.isolateModules(() => {
    for (const [name, factory] of Object.entries(mocks)) jest.doMock(name, factory);
    loaded = {
      ...jest.requireActual<typeof componentsModule>('./components.js'),
      ...jest.requireActual<typeof svelteServer>('svelte/server'),
    };
    for (const name of Object.keys(mocks)) jest.dontMock(name);
  });
  if (loaded === undefined) throw new Error('Jest has loaded nothing.');
  return loaded;
}

/** Renders a component below a root, as a server does; gives its markup. */
export function renderOnServer<P extends object>(
  mode: Mode,
  client: Offhook,
  choose: (module: typeof componentsModule) => Component<P>,
  given: P,
): string {
  server ??= loadServer();
  const { Root } = server.components[mode];
  return server.render(Root, { props: showing(client, choose(server), given) }).body;
}
