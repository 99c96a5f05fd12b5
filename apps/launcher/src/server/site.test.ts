import { Hono } from 'hono';
import { createSite } from './site.js';
import { builtFolders } from './testing/builtFolders.js';

let site: Hono;
let remove: () => Promise<void>;

beforeAll(async () => {
  const built = await builtFolders();
  remove = built.remove;
  const crm = new Hono();
  crm.get('/logs', (context) => context.json([]));
  site = createSite(built.folders, { launcher: 5200, simulator: 5300 }, crm);
});

afterAll(() => remove());

const title = async (path: string): Promise<string | undefined> =>
  /<title>(.*)<\/title>/.exec(await (await site.request(path)).text())?.[1];

describe('pages', () => {
  test('the start is the launcher’s own page', async () => {
    expect(await title('/?session=a')).toBe('launcher');
  });

  test.each([
    '/react/',
    '/react/?session=a',
    '/react/ringcentral',
    '/react/ringcentral?session=a',
    '/react/a/b',
  ])('%s is served directly, as the app’s page', async (path) => {
    expect(await title(path)).toBe('react');
  });

  test('an app’s path without its slash leads on, and keeps the session', async () => {
    const response = await site.request('/react?session=a');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/react/?session=a']);
  });

  test.each(['/react/assets/gone.js', '/gone', '/reactor/', '/react/../../package.json'])(
    '%s is not there',
    async (path) => {
      expect((await site.request(path)).status).toBe(404);
    },
  );
});

describe('files', () => {
  test.each([
    ['/react/', 'text/html; charset=utf-8'],
    ['/react/assets/index-a1b2.js', 'text/javascript; charset=utf-8'],
    ['/react/assets/index-a1b2.css', 'text/css; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
  ])('%s is %s', async (path, type) => {
    expect((await site.request(path)).headers.get('content-type')).toBe(type);
  });

  test('what has a hash in its name lasts, and what has not is asked for each time', async () => {
    const cacheControl = async (path: string): Promise<string | null> =>
      (await site.request(path)).headers.get('cache-control');
    expect(await cacheControl('/react/assets/index-a1b2.js')).toBe('public, max-age=31536000, immutable');
    expect(await cacheControl('/react/ringcentral')).toBe('no-cache');
    expect(await cacheControl('/')).toBe('no-cache');
    expect(await cacheControl('/react/assets/gone.js')).toBe('no-cache');
  });

  test('what the browser has already is not sent again', async () => {
    const etag = (await site.request('/')).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await site.request('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});

describe('the CRM', () => {
  test('it is under /crm, beside the files', async () => {
    const response = await site.request('/crm/logs?session=a');
    expect([response.status, await response.json()]).toEqual([200, []]);
  });

  test('the site doesn’t say how long its answers last, and keeps its pages out of other sites’ frames', async () => {
    const { headers } = await site.request('/crm/logs');
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual([null, null]);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });
});

describe('security', () => {
  test('a page loads its own files and the live chat alone, asks that and the web service, and has the simulator’s and panes in frames', async () => {
    const policy = (await site.request('/react/ringcentral')).headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self' http://localhost:5305",
        "img-src 'self' data: http://localhost:5305",
        "style-src 'self' http://localhost:5305",
        "connect-src 'self' http://localhost:5306 http://localhost:5305 ws://localhost:5305",
        "worker-src 'self'",
        "frame-src 'self' http://localhost:5300 http://127.0.0.1:5301 http://127.0.0.1:5302 http://127.0.0.1:5303 http://localhost:5306 http://127.0.0.1:5200",
        "frame-ancestors 'self'",
      ]),
    );
    expect(policy).not.toMatch(/unsafe/);
  });

  const header = async (path: string, name: string): Promise<string | null> =>
    (await site.request(path)).headers.get(name);

  test('the page that a pane shows may be framed by the agents’ desktop and by the launcher, no other page by anybody else', async () => {
    expect(await header('/react/xivo?session=a&call=1', 'content-security-policy')).toContain(
      "frame-ancestors 'self' http://127.0.0.1:5304 http://localhost:5200;",
    );
    expect(await header('/react/xivo', 'x-frame-options')).toBeNull();
    for (const path of ['/', '/react/', '/react/ringcentral', '/react/xivo/more', '/crm/xivo/logs']) {
      expect(await header(path, 'content-security-policy')).toMatch(/frame-ancestors 'self'(;|$)/);
      expect(await header(path, 'x-frame-options')).toBe('SAMEORIGIN');
    }
  });

  test('a popup of ours keeps its opener, and what we open may have us as one', async () => {
    expect(await header('/react/xivo', 'cross-origin-opener-policy')).toBe('unsafe-none');
    expect(await header('/react/ringcentral', 'cross-origin-opener-policy')).toBe('same-origin-allow-popups');
  });

  test('browsers don’t guess what a file is', async () => {
    expect((await site.request('/')).headers.get('x-content-type-options')).toBe('nosniff');
  });
});
