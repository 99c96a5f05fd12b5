import { serviceOrigin, xivoDesktopOrigin } from '../support/addresses.js';
import { documented, type Reply } from '../support/ownService.js';
import { expect } from '../support/test.js';
import { json, test } from '../support/xivoTest.js';

test.describe('an answer that is none', () => {
  const wrong: readonly { readonly what: string; readonly code: string; readonly reply: Reply }[] = [
    { what: 'another type', code: 'content-type', reply: { type: 'text/html', body: '{"action":"none"}' } },
    { what: 'no JSON', code: 'invalid-json', reply: { body: '{"action":' } },
    { what: 'an unknown action', code: 'invalid-answer', reply: json({ action: 'explode', url: '/' }) },
    { what: 'an error', code: 'http-status', reply: { ...json({ action: 'open', url: '/' }), status: 500 } },
    { what: 'a script', code: 'url-refused', reply: json({ action: 'open', url: 'javascript:alert(1)' }) },
    {
      what: 'a password in a URL',
      code: 'url-refused',
      reply: json({ action: 'open', url: 'http://a:b@c/' }),
    },
  ];

  test('X-13: whatever is wrong with an answer, nothing opens, the desktop says why, and goes on', async ({
    desktop,
    ownService,
    xivo,
  }) => {
    let reply: Reply = {};
    await ownService(({ method }) => (method === 'POST' ? reply : {}));
    for (const [index, one] of wrong.entries()) {
      reply = one.reply;
      await xivo.ring(`10${index}`);
      await expect.poll(async () => (await xivo.errors()).at(index), one.what).toBe(one.code);
    }
    await expect(desktop.tabs).toHaveCount(0);
    reply = json({ action: 'open', url: `${serviceOrigin}/healthz`, title: 'After all' });
    await xivo.ring('1013');
    await expect(desktop.tab('After all')).toBeVisible();
  });

  test('X-16, X-20: no browser runs a program', async ({ desktop, xivo }) => {
    const answer = { action: 'run', url: '/usr/bin/crm', executableArgs: ['--call', '7'] } as const;
    await xivo.config({ answer });
    await xivo.ring('1013');
    await expect.poll(() => xivo.errors()).toEqual(['run-refused']);
    expect((await xivo.state()).panes).toMatchObject([{ action: 'run', state: 'refused' }]);
    await expect(desktop.tabs).toHaveCount(0);
    await expect(desktop.events).toContainText('/usr/bin/crm --call 7');
  });
});

test.describe('CORS', () => {
  const without = (name: string): Reply => ({
    headers: Object.fromEntries(Object.entries(documented).filter(([header]) => header !== name)),
  });

  test('X-25, X-26: the browser asks first by OPTIONS, and the desktop’s own origin may be named in place of all', async ({
    desktop,
    ownService,
    xivo,
  }) => {
    const headers = { ...documented, 'Access-Control-Allow-Origin': xivoDesktopOrigin };
    const service = await ownService(({ method }) => ({
      ...(method === 'POST' ? json({ action: 'open', url: '/page', title: 'Named' }) : {}),
      headers,
    }));
    await xivo.ring('1013');
    await expect(desktop.tab('Named')).toBeVisible();
    expect(service.asked.slice(0, 2)).toMatchObject([
      { method: 'OPTIONS', origin: xivoDesktopOrigin },
      { method: 'POST', origin: xivoDesktopOrigin },
    ]);
  });

  for (const [row, header] of [
    ['X-26', 'Access-Control-Allow-Origin'],
    ['X-28', 'Access-Control-Allow-Headers'],
  ] as const) {
    test(`${row}: without ${header} the browser asks nothing, and the desktop says what is missing`, async ({
      desktop,
      ownService,
      xivo,
    }) => {
      const service = await ownService(() => without(header));
      await xivo.ring('1013');
      await expect
        .poll(async () => (await xivo.state()).errors)
        .toMatchObject([{ code: 'cors', message: expect.stringContaining(header) }]);
      expect(service.asked.map(({ method }) => method)).not.toContain('POST');
      await expect(desktop.tabs).toHaveCount(0);
      await expect(desktop.agentState).toHaveText('Ready');
    });
  }

  test('X-27: a service that forgets Access-Control-Allow-Methods is asked all the same, as browsers allow POST to all', async ({
    desktop,
    ownService,
    xivo,
  }) => {
    await ownService(({ method }) => ({
      ...(method === 'POST' ? json({ action: 'open', url: '/page', title: 'Asked' }) : {}),
      ...without('Access-Control-Allow-Methods'),
    }));
    await xivo.ring('1013');
    await expect(desktop.tab('Asked')).toBeVisible();
  });

  test('X-25, X-27, X-28: the demo service answers the preflight with all that is documented', async ({
    request,
    session,
  }) => {
    const response = await request.fetch(`${serviceOrigin}/xivo?session=${session}`, {
      method: 'OPTIONS',
      headers: { Origin: xivoDesktopOrigin, 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.ok()).toBe(true);
    expect(response.headers()).toMatchObject({
      'access-control-allow-origin': xivoDesktopOrigin,
      'access-control-allow-methods': documented['Access-Control-Allow-Methods'],
      'access-control-allow-headers': documented['Access-Control-Allow-Headers'],
    });
  });
});
