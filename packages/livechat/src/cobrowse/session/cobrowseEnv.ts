import type { Clock } from '../../boot/env.js';
import type { PasswordMemory } from '../privacy/passwordMemory.js';
import type { Recorder } from '../recordPage.js';
import type { GetDisplayMedia } from '../screen/captureScreen.js';

/** All that co-browsing needs of the browser, so that tests can be one. */
export interface CobrowseEnv {
  readonly window: Window;
  readonly document: Document;
  readonly clock: Clock;
  /** What the script of plug-ins has brought; undefined while that is not included. */
  recorder(): Recorder | undefined;
  /** What `cobrowse-configurations.js` or the page has set: used where `SetCobrConfigs` is given none. */
  configurations(): unknown;
  readonly getDisplayMedia: GetDisplayMedia | undefined;
  createConnection(config: RTCConfiguration): RTCPeerConnection;
  /** This tab's own storage; undefined where the browser forbids it. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  /** Made as soon as the script is there. */
  readonly passwords: PasswordMemory;
  /** One page is shown once, though it may have two API objects. */
  readonly lock: { held: boolean };
}
