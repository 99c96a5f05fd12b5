import { same } from '../fold/same.js';
import type { Current } from '../stream/current.js';
import { createCurrent } from '../stream/state.js';
import { createWatched } from '../stream/watched.js';

/** A microphone, a camera or a loudspeaker of this computer. */
export interface MediaDevice {
  /** For `setDevices`. */
  readonly deviceId: string;
  readonly kind: 'audio' | 'video' | 'speaker';
  /** Its name; empty until the person has let the page use one of its kind. */
  readonly label: string;
}

type Devices = readonly MediaDevice[];

const none: Devices = [];
/** Made when it is needed, so that an app without calls carries nothing of this. */
let nowhere: Current<Devices> | undefined;
/** One list for each source of devices: a page has one, and each test may have its own. */
const lists = new WeakMap<MediaDevices, Current<Devices>>();

const kinds: Readonly<Record<MediaDeviceKind, MediaDevice['kind']>> = {
  audioinput: 'audio',
  videoinput: 'video',
  audiooutput: 'speaker',
};

/** The browser's, where there is one: on a server, and on a page that is not secure, there is none. */
function browser(): Partial<Navigator> {
  const page: { readonly navigator?: Partial<Navigator> } = globalThis;
  return page.navigator ?? {};
}

/**
 * The microphones, cameras and loudspeakers of this computer, as they are plugged in and out. The same list for whoever asks;
 * empty where there is no browser, on a page that is not secure, and before somebody listens. It asks the person for nothing:
 * until a call was allowed to use a device, names are empty, and browsers may list nothing at all.
 *
 * @example
 * mediaDevices().subscribe((devices) => show(devices.filter(({ kind }) => kind === 'video')));
 */
export function mediaDevices(): Current<Devices> {
  const { mediaDevices: source } = browser();
  if (source === undefined) return (nowhere ??= createCurrent(none));
  const list = lists.get(source) ?? listOf(source);
  lists.set(source, list);
  return list;
}

function listOf(source: MediaDevices): Current<Devices> {
  const list = createWatched(none, () => {
    const over = new AbortController();
    const { signal } = over;
    let asked = 0;
    const look = async (): Promise<void> => {
      asked += 1;
      const ask = asked;
      const found = await devicesOf(source);
      // An older answer may come behind a newer one.
      if (!signal.aborted && ask === asked && !same(found, list.value)) list.set(found);
    };
    const changed = (): void => void look();
    source.addEventListener('devicechange', changed);
    void watchPermissions(changed, signal);
    void look();
    return () => {
      over.abort();
      source.removeEventListener('devicechange', changed);
    };
  });
  return list;
}

/** Those that can be chosen: before the person has allowed any, browsers list some without an id. */
async function devicesOf(source: MediaDevices): Promise<Devices> {
  try {
    const found = await source.enumerateDevices();
    return found.flatMap(({ deviceId, kind, label }) =>
      deviceId === '' ? [] : [{ deviceId, kind: kinds[kind], label }],
    );
  } catch {
    // Where a policy forbids to look there are none for this page.
    return none;
  }
}

/** Names are there once the person has allowed it, which plugs nothing in. Not every browser knows these permissions. */
async function watchPermissions(changed: () => void, signal: AbortSignal): Promise<void> {
  const { permissions } = browser();
  if (permissions === undefined) return;
  for (const name of ['microphone', 'camera'] as const) {
    const status = await permissions.query({ name }).catch(() => undefined);
    if (signal.aborted) return;
    status?.addEventListener('change', changed, { signal });
  }
}
