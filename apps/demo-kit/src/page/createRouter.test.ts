/** @jest-environment jsdom */
import { createRouter, type Router } from './createRouter.js';

let router: Router;

function open(path: string): Router {
  history.replaceState(null, '', path);
  router = createRouter({ base: '/react/', toHref: (href) => `${href}?session=s` });
  document.body.addEventListener('click', router.followLink);
  return router;
}

function click(html: string, init: MouseEventInit = {}): boolean {
  document.body.innerHTML = html;
  const inner = document.querySelector('a span') ?? document.querySelector('a');
  // jsdom can't navigate: what the router leaves alone, the test stops.
  let left = false;
  const last = (event: Event): void => {
    left = !event.defaultPrevented;
    event.preventDefault();
  };
  document.addEventListener('click', last);
  inner?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
  document.removeEventListener('click', last);
  return left;
}

beforeEach(() => {
  globalThis.scrollTo = () => {};
});

afterEach(() => {
  document.body.removeEventListener('click', router.followLink);
  router.close();
});

test('the path is what stands below the base', () => {
  expect(open('/react/ringcentral/').path.value).toBe('ringcentral');
  expect(router.href('ringcentral')).toBe('/react/ringcentral?session=s');
});

test('a click within one of our links changes the path without loading a page', () => {
  open('/react/');
  expect(click('<a href="/react/ringcentral?session=s"><span>Open</span></a>')).toBe(false);
  expect(router.path.value).toBe('ringcentral');
  expect(location.search).toBe('?session=s');
});

test('other links, other buttons and new tabs are the browser’s', () => {
  open('/react/');
  expect(click('<a href="/vue/">Vue</a>')).toBe(true);
  expect(click('<a href="http://127.0.0.1:4300/">Board</a>')).toBe(true);
  expect(click('<a href="/react/ringcentral" target="_blank">Open</a>')).toBe(true);
  expect(click('<a href="/react/ringcentral">Open</a>', { ctrlKey: true })).toBe(true);
  expect(router.path.value).toBe('');
});

test('going back in the history changes the path', () => {
  open('/react/ringcentral');
  history.replaceState(null, '', '/react/');
  dispatchEvent(new PopStateEvent('popstate'));
  expect(router.path.value).toBe('');
});
