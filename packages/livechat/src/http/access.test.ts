import { startBackEnd } from '../testing/backEnd.js';
import { openBrowser } from '../testing/browser.js';

test('T-20, T-132, P-3: a browser that says it takes no cookies gets CookiesDisabled, and no request is made', async () => {
  const backEnd = startBackEnd();
  const page = openBrowser(backEnd).page('single', { cookiesEnabled: () => false });
  page.api.Start({});
  page.api.Open();
  await backEnd.clock.pass(50);
  expect(page.of('OnStartFailed')).toEqual([['CookiesDisabled']]);
  expect(page.of('OnOpenFailed')).toEqual([['CookiesDisabled']]);
  expect(backEnd.http).toEqual([]);
});

test('T-141, P-3: a cookie that does not come back is found by asking twice', async () => {
  const backEnd = startBackEnd();
  const page = openBrowser(backEnd, false).page();
  page.api.Open();
  await backEnd.clock.pass(50);
  expect(page.of('OnOpenFailed')).toEqual([['CookiesDisabled']]);
  expect(backEnd.http.map(({ path }) => path)).toEqual(['visit', 'visit']);
  await backEnd.clock.pass(20_000);
  expect(page.names()).toEqual(['OnOpenFailed']);
});

test('P-3: a visitor that has the cookie is asked once', async () => {
  const backEnd = startBackEnd();
  const browser = openBrowser(backEnd);
  browser.page().api.Open();
  await backEnd.clock.pass(50);
  backEnd.http.length = 0;
  browser.page().api.Open();
  await backEnd.clock.pass(50);
  expect(backEnd.http.map(({ path }) => path)).toEqual(['visit', 'token']);
});

test('T-65, P-1: GetAccessToken gives the same token to two pages, by exactly one callback', async () => {
  const backEnd = startBackEnd();
  const browser = openBrowser(backEnd);
  const calls: unknown[][] = [];
  for (const page of [browser.page(), browser.page()])
    page.api.GetAccessToken(
      (...args) => calls.push(['token', ...args]),
      (error) => calls.push(['error', error]),
    );
  await backEnd.clock.pass(50);
  expect(calls).toEqual([
    ['token', `token-${browser.jar.cookie}-0`],
    ['token', `token-${browser.jar.cookie}-0`],
  ]);
});

test('T-65: a handler that throws is reported, and onerror is not called for it', async () => {
  const backEnd = startBackEnd();
  const page = openBrowser(backEnd).page();
  const onerror = jest.fn();
  page.api.GetAccessToken(() => {
    throw new Error('mine');
  }, onerror);
  await backEnd.clock.pass(50);
  expect(onerror).not.toHaveBeenCalled();
  expect(page.reported).toEqual([new Error('mine')]);
});

test('P-1: onerror gets a code and a message', async () => {
  const backEnd = startBackEnd();
  const errors: unknown[] = [];
  openBrowser(backEnd, false)
    .page()
    .api.GetAccessToken(
      () => undefined,
      (error) => errors.push(error.code, typeof error.message),
    );
  backEnd.network.down = true;
  openBrowser(backEnd)
    .page()
    .api.GetAccessToken(
      () => undefined,
      (error) => errors.push(error.code),
    );
  await backEnd.clock.pass(50);
  backEnd.network.down = false;
  openBrowser(backEnd, false)
    .page()
    .api.GetAccessToken(
      () => undefined,
      (error) => errors.push(error.code),
    );
  await backEnd.clock.pass(50);
  expect(errors).toEqual([
    'ServerInternalConnectivityError',
    'string',
    'ServerInternalConnectivityError',
    'CookiesDisabled',
  ]);
});

test('P-1: a server that does not answer within eight seconds is one that cannot be reached', async () => {
  const backEnd = startBackEnd();
  backEnd.silent(true);
  const errors: string[] = [];
  openBrowser(backEnd)
    .page()
    .api.GetAccessToken(
      () => undefined,
      (error) => errors.push(error.code),
    );
  await backEnd.clock.pass(7_999);
  expect(errors).toEqual([]);
  await backEnd.clock.pass(1);
  expect(errors).toEqual(['ServerInternalConnectivityError']);
});

test('P-1: a token that a chat used up is replaced by a new one when the page comes back', async () => {
  const backEnd = startBackEnd();
  const browser = openBrowser(backEnd);
  const page = browser.page();
  page.api.Open();
  await backEnd.clock.pass(50);
  backEnd.spendToken(browser.jar.cookie ?? '');
  backEnd.cut();
  await backEnd.clock.pass(2_000);
  page.api.Open();
  await backEnd.clock.pass(50);
  expect(page.of('OnOpenFailed')).toEqual([['NoSessionFound'], ['NoSessionFound']]);
  const hellos = backEnd.desk.requests.flatMap((one) => (one.t === 'hello' ? [one.token] : []));
  expect(hellos).toEqual([`token-${browser.jar.cookie}-0`, `token-${browser.jar.cookie}-1`]);
});

test('the site that the script was asked for goes with each request', async () => {
  const backEnd = startBackEnd();
  openBrowser(backEnd).page('single', { site: 'blue' }).api.Open();
  await backEnd.clock.pass(50);
  expect(backEnd.http.map(({ params }) => params.get('session'))).toEqual(['blue', 'blue', 'blue']);
});
