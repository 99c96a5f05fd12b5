/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { virtualClock } from '@offhook/testing';
import { browserPage, hasPage } from './browserPage.js';
import { loadScript, loadStyle, type LoadOptions } from './loadScript.js';

const options = (more: Partial<LoadOptions> = {}): LoadOptions => ({
  clock: virtualClock(),
  ms: 15_000,
  integrity: undefined,
  nonce: undefined,
  ...more,
});

const elements = (): readonly HTMLScriptElement[] => [...document.head.querySelectorAll('script')];
const element = (url: string): HTMLScriptElement | undefined => elements().find(({ src }) => src === url);

describe('a script', () => {
  test('T-5: is loaded once for the page, whoever asks', async () => {
    const url = 'https://chat.example/once.js';
    const [one, two] = [loadScript(document, url, options()), loadScript(document, url, options())];
    expect(elements().filter(({ src }) => src === url)).toHaveLength(1);
    element(url)?.onload?.(new Event('load'));
    await Promise.all([one, two]);
    await loadScript(document, url, options());
    expect(elements().filter(({ src }) => src === url)).toHaveLength(1);
  });

  test('T-5: carries the integrity and the nonce that it was given, and no cookies then', () => {
    const url = 'https://chat.example/signed.js';
    loadScript(document, url, options({ integrity: 'sha384-abc', nonce: 'n-1' })).catch(() => {});
    expect(element(url)).toMatchObject({ integrity: 'sha384-abc', nonce: 'n-1', crossOrigin: 'anonymous' });
  });

  test('T-5: that fails is taken out, and is loaded anew when it is asked for again', async () => {
    const url = 'https://chat.example/failing.js';
    const first = loadScript(document, url, options());
    (element(url)?.onerror as (() => void) | undefined)?.();
    await expect(first).rejects.toMatchObject({ code: 'offline' });
    expect(element(url)).toBeUndefined();
    const second = loadScript(document, url, options());
    element(url)?.onload?.(new Event('load'));
    await second;
  });

  test('T-5: that doesn’t come in time is given up', async () => {
    const url = 'https://chat.example/slow.js';
    const clock = virtualClock();
    const late = loadScript(document, url, options({ clock, ms: 2_000 }));
    clock.advance(2_000);
    await expect(late).rejects.toMatchObject({ code: 'timeout' });
    expect([element(url), clock.pending]).toEqual([undefined, 0]);
  });
});

describe('a style sheet', () => {
  const link = (url: string): HTMLLinkElement | undefined =>
    [...document.head.querySelectorAll('link')].find(({ href }) => href === url);

  test('T-10: is loaded once for the page, with its integrity and the nonce', async () => {
    const url = 'https://chat.example/tetherfi/Styles/once.css';
    const asked = browserPage.loadStyle(url, options({ integrity: 'sha384-abc', nonce: 'n-1' }));
    const again = loadStyle(document, url, options());
    expect(link(url)).toMatchObject({ rel: 'stylesheet', integrity: 'sha384-abc', nonce: 'n-1' });
    link(url)?.onload?.(new Event('load'));
    await Promise.all([asked, again]);
    expect(document.head.querySelectorAll(`link[href="${url}"]`)).toHaveLength(1);
  });

  test('T-11: that fails is taken out, and is loaded anew when it is asked for again', async () => {
    const url = 'https://chat.example/tetherfi/Styles/failing.css';
    const first = loadStyle(document, url, options());
    (link(url)?.onerror as (() => void) | undefined)?.();
    await expect(first).rejects.toMatchObject({ code: 'offline' });
    expect(link(url)).toBeUndefined();
    const second = loadStyle(document, url, options());
    link(url)?.onload?.(new Event('load'));
    await second;
  });
});

describe('the page', () => {
  test('T-52: has the vendor’s objects as globals, if they are objects', () => {
    expect(hasPage()).toBe(true);
    Object.assign(window, { livechat: { Open() {} }, libtextchat: 'no' });
    expect(browserPage.vendor('livechat')).toBeDefined();
    expect(browserPage.vendor('libtextchat')).toBeUndefined();
    expect(browserPage.vendor('multilivechat')).toBeUndefined();
    Object.assign(window, { livechat: undefined });
  });

  test('T-119: an image resolves its address as the page does', () => {
    const image = browserPage.image();
    expect(image.address()).toBe('');
    (image.element as HTMLImageElement).src = '/tetherfi/livechat/CaptchaImageServlet?reset=false';
    expect(image.address()).toBe('http://localhost/tetherfi/livechat/CaptchaImageServlet?reset=false');
    expect(document.querySelectorAll('img')).toHaveLength(0);
  });

  test('T-69: tells of being left, and of coming back from the browser’s memory alone', () => {
    const told: boolean[] = [];
    const leave = browserPage.onLife((lives) => told.push(lives));
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    leave();
    window.dispatchEvent(new Event('pagehide'));
    expect(told).toEqual([false, true]);
  });

  test('T-198: remembers over a reload of its tab', () => {
    browserPage.memory.write('k', 'v');
    expect(browserPage.memory.read('k')).toBe('v');
    browserPage.memory.write('k', undefined);
    expect(browserPage.memory.read('k')).toBeUndefined();
  });
});
