import { OffhookError, type Channel } from '@offhook/core';
import type { RingCentralService } from './services/service.js';

/** Where the widget comes from and how it is embedded. */
export interface RingCentralOptions {
  /** Where the widget comes from; RingCentral's public one unless given. Frames of any other origin are refused. */
  readonly origin?: string;
  /**
   * The widget's page, `app.html`, of that origin. RingCentral's public one unless given; of another origin,
   * `/app.html`.
   */
  readonly url?: string;
  /** Of your app in RingCentral's developer console. */
  readonly clientId?: string;
  /** RingCentral's server, such as `https://platform.ringcentral.com`. */
  readonly appServer?: string;
  /** More of the widget's query parameters, such as `{ disableLoginPopup: '1' }`. */
  readonly params?: Readonly<Record<string, string>>;
  /** Left out: `ringcentral`. */
  readonly id?: string;
  /**
   * `frame` (unless given): an iframe of our own. `adapter`: the page loads RingCentral's `adapter.js` itself, and
   * the widget that it makes is spoken with, but never made, moved or removed.
   */
  readonly embed?: 'frame' | 'adapter';
  /** Speaks over this instead of a frame, as tests do. */
  readonly channel?: Channel<unknown>;
  /** Which widget it is: today's (`current`, unless given), or that of July 2019, which knows less. */
  readonly profile?: '2019' | 'current';
  /** How the widget shows what the host provides. */
  readonly service?: RingCentralService;
  /** Told the names of the frames that are sent, and nothing else of them. The client's `trace` unless given. */
  readonly trace?: (message: string) => void;
}

const publicOrigin = 'https://apps.ringcentral.com';
const publicPage = '/integration/ringcentral-embeddable/latest/app.html';

/** The page to load, with its query, and thereby the origin to speak with. */
export function widgetAddress(options: RingCentralOptions): URL {
  const { url, clientId, appServer, params } = options;
  const origin = options.origin ?? url ?? publicOrigin;
  const page = url ?? (origin === publicOrigin ? publicPage : '/app.html');
  const address = URL.canParse(page, origin) && new URL(page, origin);
  if (!address || address.origin !== new URL(origin).origin) {
    throw new OffhookError('invalid-argument', 'Give an http(s) url of the origin.');
  }
  for (const [key, value] of Object.entries({ clientId, appServer, ...params })) {
    if (value) address.searchParams.set(key, value);
  }
  return address;
}
