import { OffhookError } from '@offhook/core';
import type { ChatLink } from '../chatLink.js';
import { beside, type ScriptIntegrity } from '../options.js';
import type { VendorApi } from '../vendorApi.js';

/** What loading the scripts of calls and of what is shown needs. */
export interface MediaScriptsOptions extends Pick<ChatLink, 'page' | 'clock' | 'load' | 'trace' | 'closed'> {
  readonly host: URL;
  readonly session: string | undefined;
  readonly integrity: ScriptIntegrity;
  readonly nonce: string | undefined;
  readonly loadMs: number;
}

/**
 * The vendor's scripts beside that of the chat, each set loaded once when it is first needed; a page that brought one along
 * is used as it is. They reject with `not-ready`, and another call tries again.
 */
export interface MediaScripts {
  /** Audio and video (rows T-7, T-8). */
  video(): Promise<VendorApi>;
  /** A screen or a page that is shown (rows T-10 to T-14). */
  showing(): Promise<VendorApi>;
}

interface Part {
  readonly path: string;
  readonly integrity: keyof ScriptIntegrity;
}

/** One set of scripts: in this order, since each stands on the one before. */
interface ScriptSet {
  readonly name: string;
  /** What the vendor's object can do once they are there. */
  readonly functions: readonly string[];
  readonly styles: readonly Part[];
  readonly scripts: readonly Part[];
}

const videoSet: ScriptSet = {
  name: 'calls',
  functions: ['SetAvConfigs', 'StartAvCall', 'EndAvCall', 'Pause'],
  styles: [],
  scripts: [
    { path: 'adaptor.mini.js', integrity: 'adaptor' },
    { path: 'livechat_video.mini.js', integrity: 'video' },
  ],
};

const showingSet: ScriptSet = {
  name: 'sharing',
  functions: ['SetCobrConfigs', 'StartCobr', 'EndCobr'],
  styles: [
    { path: 'Styles/fontawesome-all.min.css', integrity: 'icons' },
    { path: 'Styles/tetherfi-cobrowse.min.css', integrity: 'cobrowseStyles' },
  ],
  scripts: [
    { path: 'Scripts/cobrowse-configurations.js', integrity: 'cobrowseConfigurations' },
    { path: 'Scripts/tetherfi-cobrowse-plugins.min.js', integrity: 'cobrowsePlugins' },
    { path: 'Scripts/tetherfi-cobrowse.min.js', integrity: 'cobrowse' },
  ],
};

const notLoaded = (name: string): OffhookError =>
  new OffhookError(
    'not-ready',
    `The chat’s scripts for ${name} could not be loaded. Try again. Check that the host has them, and that the page’s Content-Security-Policy allows them in script-src; with \`integrity\`, that they are the very scripts.`,
  );

const madeNothing = (name: string, missing: string): OffhookError =>
  new OffhookError(
    'not-ready',
    `What was loaded for ${name} is not the chat’s: it gave the chat no ${missing}. Check the host.`,
  );

export function mediaScripts(options: MediaScriptsOptions): MediaScripts {
  const { page, clock, host, session, integrity, nonce, loadMs, load, trace, closed } = options;

  function once({ name, functions, styles, scripts }: ScriptSet): () => Promise<VendorApi> {
    let loading: Promise<VendorApi> | undefined;
    const missing = (api: VendorApi): string | undefined => functions.find((each) => !api.has(each));
    const ask = ({ path, integrity: of }: Part, how: 'load' | 'loadStyle'): Promise<void> =>
      page[how](beside(host, path, { session }), { clock, ms: loadMs, nonce, integrity: integrity[of] });

    async function run(): Promise<VendorApi> {
      const api = await load();
      if (missing(api) === undefined) return api;
      // Without its styles it works, if not as nicely.
      for (const style of styles) ask(style, 'loadStyle').catch(() => trace(`${style.path} was not loaded`));
      for (const script of scripts) {
        await ask(script, 'load').catch(() => {
          throw notLoaded(name);
        });
        if (closed.aborted) throw new OffhookError('aborted', 'The chat was closed.');
      }
      const lacks = missing(api);
      if (lacks !== undefined) throw madeNothing(name, lacks);
      return api;
    }

    return () => {
      if (!loading) {
        loading = run();
        loading.catch(() => (loading = undefined));
      }
      return loading;
    };
  }

  return { video: once(videoSet), showing: once(showingSet) };
}
