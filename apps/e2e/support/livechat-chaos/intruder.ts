import type { Page } from '@playwright/test';

/** What came of a try. */
export interface Tried {
  readonly status: number | 'blocked';
  readonly text: string;
}

/** Asks by `fetch` from a page, with whatever the browser adds. */
export const tryFetch = (page: Page, url: string, init: object = {}): Promise<Tried> =>
  page.evaluate(
    async ([to, how]) => {
      try {
        const response = await fetch(to, { credentials: 'include', ...how });
        return { status: response.status, text: await response.text() };
      } catch {
        return { status: 'blocked' as const, text: '' };
      }
    },
    [url, init] as const,
  );

/** Opens a socket from a page, and sends frames one after another; gives all that came within a time, or `blocked`. */
export const trySocket = (
  page: Page,
  url: string,
  frames: readonly object[],
  waitMs = 1_500,
): Promise<readonly Readonly<Record<string, unknown>>[] | 'blocked'> =>
  page.evaluate(
    ([to, all, ms]) =>
      new Promise<readonly Record<string, unknown>[] | 'blocked'>((done) => {
        const came: Record<string, unknown>[] = [];
        const socket = new WebSocket(to);
        let opened = false;
        socket.onopen = () => {
          opened = true;
          for (const frame of all) socket.send(JSON.stringify(frame));
          setTimeout(() => {
            socket.close();
            done(came);
          }, ms);
        };
        socket.onmessage = ({ data }) => came.push(JSON.parse(String(data)) as Record<string, unknown>);
        socket.onclose = () => {
          if (!opened) done('blocked');
        };
      }),
    [url.replace(/^http/, 'ws'), frames, waitMs] as const,
  );

/** A token of the page's own web session. */
export async function tokenOf(page: Page, path: string, site: string): Promise<string> {
  const { text } = await tryFetch(page, `${path}/token?session=${site}`, { method: 'POST' });
  return (JSON.parse(text) as { token: string }).token;
}
