import { OffhookError, type Clock } from '@offhook/core';
import { noObject, noScript, sealed, taken, type Trouble } from './advice.js';
import type { ChatPage } from './channel/chatPage.js';
import { mediaSlotNames } from './media/mediaEvent.js';
import { below, type ScriptIntegrity } from './options.js';
import { isOwned, ownSlots, type SlotHandler } from './ownSlots.js';
import { slotNames } from './readEvent.js';
import { vendorApi, type VendorApi } from './vendorApi.js';

/** What loading the vendor's script needs. */
export interface VendorLoaderOptions {
  readonly page: ChatPage;
  readonly clock: Clock;
  readonly host: URL;
  readonly multi: boolean;
  readonly session: string | undefined;
  readonly integrity: ScriptIntegrity;
  readonly nonce: string | undefined;
  readonly loadMs: number;
  readonly autoClose: boolean;
  readonly hear: SlotHandler;
  readonly onForeign: (slot: string) => void;
  /** It failed, or went well. */
  readonly told: (trouble: Trouble | undefined) => void;
  readonly trace: (message: string) => void;
}

/** The vendor's script, loaded once when it is first needed (rows T-5, T-6, T-17, T-201). */
export interface VendorLoader {
  /** The vendor's functions, once they are there. */
  readonly api: VendorApi | undefined;
  /** Loads what isn't loaded. Rejects with an OffhookError; another call tries again. */
  load(): Promise<VendorApi>;
  /** Whether the script leaves the page by itself (P-5); the documented one doesn't. */
  readonly leavesByItself: boolean;
  close(): void;
}

const troubleError = ({ reason }: Trouble): OffhookError => new OffhookError('not-ready', reason);

export function vendorLoader(options: VendorLoaderOptions): VendorLoader {
  const { page, clock, host, multi, session, integrity, nonce, loadMs, autoClose, told, trace } = options;
  let api: VendorApi | undefined;
  let loading: Promise<VendorApi> | undefined;
  let release = (): void => {};
  let leavesByItself = false;
  let closed = false;
  const meant = multi ? 'multilivechat' : 'livechat';

  /** The vendor's objects: the one that is meant, and the page-wide one for what that hasn't. */
  function objects(): readonly object[] {
    const single = page.vendor('livechat') ?? page.vendor('libtextchat');
    if (!multi) return single ? [single] : [];
    const several = page.vendor('multilivechat');
    return several ? [several, ...(single ? [single] : [])] : [];
  }

  async function fetchScripts(): Promise<void> {
    const query = { session, ...(multi ? { multichat: 'true' } : {}) };
    const common = { clock, ms: loadMs, nonce };
    const script = page.load(below(host, 'livechat.js', query), { ...common, integrity: integrity.livechat });
    const log = page.load(below(host, 'interface/__clientlog.js', { session }), {
      ...common,
      integrity: integrity.clientLog,
    });
    // Without it nothing is logged on the server; the chat goes on.
    log.catch(() => trace('__clientlog.js was not loaded'));
    await script.catch(() => {
      throw fail(noScript);
    });
  }

  function fail(trouble: Trouble): OffhookError {
    if (!closed) told(trouble);
    return troubleError(trouble);
  }

  async function begin(): Promise<VendorApi> {
    // A page may have brought the scripts along itself.
    if (objects().length === 0) await fetchScripts();
    if (closed) throw new OffhookError('aborted', 'The chat was closed.');
    const found = objects();
    const [target] = found;
    if (!target) throw fail(noObject(meant));
    if (isOwned(target)) throw fail(taken);
    try {
      release = ownSlots(target, [...slotNames, ...mediaSlotNames], options.hear, options.onForeign);
    } catch {
      throw fail(sealed);
    }
    const made = vendorApi(found);
    leavesByItself = typeof made.read('autoClose') === 'boolean';
    if (leavesByItself) made.write('autoClose', autoClose);
    api = made;
    told(undefined);
    return made;
  }

  return {
    get api() {
      return api;
    },
    get leavesByItself() {
      return leavesByItself;
    },
    load() {
      loading ??= begin();
      loading.catch(() => (loading = undefined));
      return loading;
    },
    close() {
      closed = true;
      release();
    },
  };
}
