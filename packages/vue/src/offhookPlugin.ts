import { inject, type App } from 'vue';
import { OffhookError, type Offhook } from '@offhook/core';
import { offhookKey } from './offhookKey.js';

/** The options of `offhookPlugin`. */
export interface OffhookPluginOptions {
  /** Made with `createOffhook`, once, outside of all components. The plugin never closes it. */
  readonly client: Offhook;
}

/**
 * Gives the client to all components of an app.
 *
 * @throws OffhookError `invalid-state` where the app has another client.
 * @example
 * const phone = createOffhook({ connectors: [ringCentral({ clientId })] });
 * createApp(App).use(offhookPlugin, { client: phone }).mount('#app');
 */
export const offhookPlugin = {
  install(app: App, { client }: OffhookPluginOptions): void {
    const known = app.runWithContext(() => inject(offhookKey, undefined));
    if (known === client) return;
    if (known !== undefined) {
      throw new OffhookError(
        'invalid-state',
        'This app has another client. Give it one, made outside of all components; for a part of the page, provideOffhook(client).',
      );
    }
    app.provide(offhookKey, client);
    installAgain(app);
  },
};

/** Vue passes over a plugin that is there, in silence once it is built: another client would be lost. */
function installAgain(app: App): void {
  const use = app.use.bind(app) as (plugin: unknown, ...options: unknown[]) => App;
  app.use = (plugin: unknown, ...options: unknown[]): App => {
    if (plugin !== offhookPlugin) return use(plugin, ...options);
    offhookPlugin.install(app, options[0] as OffhookPluginOptions);
    return app;
  };
}
