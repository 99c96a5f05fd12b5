import { getByRole, queryAllByRole } from '@testing-library/dom';
import { createBench, type TestBench, type TestDesktop } from '../test-desktop.js';
import { desktopPage, type DesktopPage } from './desktop-page.js';

/** A window that a page has opened, as far as a test needs one. */
export interface FakeWindow {
  closed: boolean;
  url: string;
  readonly name: string;
  readonly posted: unknown[];
}

/** The desktop with its page in a document, worked by its buttons and fields alone. */
export interface TestPage {
  readonly bench: TestBench;
  readonly desktop: TestDesktop;
  readonly page: DesktopPage;
  readonly root: HTMLElement;
  /** Windows that were opened, in order. */
  readonly windows: FakeWindow[];
  /** What the page fetched. */
  readonly fetched: { readonly url: string; readonly init: RequestInit; readonly body: unknown }[];
  /** Whether the browser allows windows. */
  allows: boolean;
  /** What the service gives back, or throws. */
  service: () => Promise<Response>;
  settle(): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  tabs(): (string | null)[];
  status(): string | null;
  /** A window posts to the desktop. */
  hear(source: unknown, data: unknown, origin?: string): Promise<void>;
  close(): void;
}

const html = `
  <header id="top"></header>
  <main id="main" tabindex="-1">
    <div id="phone"></div>
    <section id="work" aria-labelledby="work-title"><div id="pane-tabs"></div><div id="panels"></div></section>
    <section id="events" aria-labelledby="events-title"></section>
  </main>`;

/** Opens the page as `app.ts` does, on a virtual clock and with a browser that the test plays. */
export async function openTestPage(): Promise<TestPage> {
  const bench = createBench();
  document.body.innerHTML = html;
  const listening = new AbortController();
  const windows: FakeWindow[] = [];
  const fetched: { url: string; init: RequestInit; body: unknown }[] = [];

  function open(url: string, name: string): Window | null {
    if (!test.allows) return null;
    const existing = windows.find((one) => one.name === name && name !== '_blank' && !one.closed);
    if (existing) {
      existing.url = url;
      // Tests only compare it.
      return existing as unknown as Window;
    }
    const posted: unknown[] = [];
    const made = {
      closed: false,
      url,
      name,
      posted,
      close: () => void (made.closed = true),
      focus: () => {},
      postMessage: (data: unknown, origin: string) => void posted.push({ data, origin }),
    };
    windows.push(made);
    return made as unknown as Window;
  }

  const page = desktopPage({
    session: 'demo',
    send: (message) => desktop.send(message),
    open,
    reload: () => {},
    fetcher: (url, init) => {
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      fetched.push({ url: typeof url === 'string' ? url : '', init: init ?? {}, body });
      return test.service();
    },
    signal: listening.signal,
  });
  const desktop = bench.open(page.receive);
  const root = document.body;
  const settle = () => bench.clock.advance(50);
  const test: TestPage = {
    bench,
    desktop,
    page,
    root,
    windows,
    fetched,
    allows: true,
    service: () => Promise.resolve(answerOf({ action: 'open', url: '/pane', title: 'Customer' })),
    settle,
    async press(name) {
      getByRole(root, 'button', { name }).click();
      await settle();
    },
    tabs: () => queryAllByRole(root, 'tab').map((tab) => tab.textContent),
    status: () => getByRole(root, 'status', { name: 'Agent state' }).textContent,
    async hear(source, data, origin = 'http://localhost:4306') {
      const event = new MessageEvent('message', { data, origin });
      // A test's windows are none to the browser.
      Object.defineProperty(event, 'source', { value: source });
      window.dispatchEvent(event);
      await settle();
    },
    close: () => listening.abort(),
  };
  await settle();
  return test;
}

/** What the service answers, as far as the page looks at it. */
export function answerOf(answer: unknown, type = 'application/json', status = 200): Response {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const headers = { get: () => type };
  return { status, headers, text: () => Promise.resolve(text) } as unknown as Response;
}
