import { plain } from '../../page/host-bridge.js';
import type { FromPage } from '../page-protocol.js';

/** Somebody who knows which pane has which window. */
interface WindowsOfPanes {
  paneOf(source: MessageEventSource): string | undefined;
  windowOf(pane: string): Window | undefined;
}

const LONGEST_MESSAGE = 100_000;

/** The message of another window as the server is told of it; undefined for the page's own. */
export function heardMessage(
  event: MessageEvent<unknown>,
  windows: readonly WindowsOfPanes[],
): FromPage | undefined {
  const { source, origin } = event;
  if (source === null || source === window) return undefined;
  const data = plain(event.data);
  const length = JSON.stringify(data).length;
  const pane = windows.map((one) => one.paneOf(source)).find((id) => id !== undefined);
  return {
    kind: 'frame',
    origin,
    data: length > LONGEST_MESSAGE ? { omitted: length } : data,
    ...(pane === undefined ? {} : { pane }),
  };
}

/** Posts to the pages in these panes, each of which must be of its pane's origin still. */
export function postToPanes(
  data: unknown,
  panes: readonly { readonly id: string; readonly url: string }[],
  windows: readonly WindowsOfPanes[],
): void {
  for (const { id, url } of panes) {
    const { origin } = new URL(url);
    for (const one of windows) one.windowOf(id)?.postMessage(data, origin);
  }
}
