import type { PaneAsk } from '@offhook/core';
import { virtualClock } from '@offhook/testing';
import { agent, call } from './testing/calls.js';
import { id } from './testing/frames.js';
import { json } from './testing/guest.js';
import { settle } from './testing/settle.js';
import { xivoPanes, type XivoPanesOptions } from './xivoPanes.js';

const open = { action: 'open', url: '/open/1' };
const token = 'e.canary.J';

/** The port, and the service that answers it; `hang` never answers. */
function scene(answer: Response | Error | 'hang' = json(open), options: Partial<XivoPanesOptions> = {}) {
  const clock = virtualClock();
  const asked: { url: string; init: RequestInit }[] = [];
  const panes = xivoPanes({
    service: 'https://crm.example/xivo?session=demo',
    origins: ['https://crm.example'],
    clock,
    fetch: (input, init = {}) => {
      asked.push({ url: input as string, init });
      if (answer === 'hang') return new Promise(() => {});
      return answer instanceof Response ? Promise.resolve(answer.clone()) : Promise.reject(answer);
    },
    ...options,
  });
  const closing = new AbortController();
  const decide = async (facts: Partial<PaneAsk> = {}) =>
    panes.decide({
      call: call({ linkedId: id }),
      moment: 'ringing',
      agent,
      signal: closing.signal,
      ...facts,
    });
  return { panes, clock, asked, decide, closing };
}

describe('panes by a web service', () => {
  it('X-2: X-4: X-13: asks by POST and JSON, and plans what it answers', async () => {
    const { decide, asked } = scene();
    await expect(decide()).resolves.toEqual({ ...open, on: 'ringing' });
    expect(asked).toMatchObject([
      {
        url: 'https://crm.example/xivo?session=demo',
        init: {
          method: 'POST',
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        },
      },
    ]);
    expect(JSON.parse(asked[0]?.init.body as string)).toMatchObject({
      callDataCallId: id,
      user: { token: '' },
    });
  });

  it('X-32: asks once a call, at whatever moment it hears of it first', async () => {
    const { decide, asked } = scene(json({ action: 'none' }));
    for (const moment of ['ringing', 'active', 'ended'] as const)
      await expect(decide({ moment })).resolves.toBeUndefined();
    expect(asked).toHaveLength(1);
    await decide({ call: call({ linkedId: '1724763376.30', id: 'softphone:8' }), moment: 'active' });
    expect(asked).toHaveLength(2);
  });

  it('X-11: X-32: asks once about a call that gets its linked id late, or has it at two connectors', async () => {
    const { decide, asked } = scene(json({ action: 'none' }));
    await decide({ call: call() });
    await decide({ call: call({ linkedId: id }), moment: 'active' });
    await decide({ call: call({ linkedId: id, id: 'deskphone:9' }) });
    expect(asked).toHaveLength(1);
  });

  it('X-32: asks no second time after a failure', async () => {
    const { decide, asked } = scene(json({}, 500));
    await expect(decide()).rejects.toMatchObject({ code: 'vendor-error' });
    await expect(decide({ moment: 'active' })).resolves.toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it('X-19: resolves what is relative against the service’s address', async () => {
    const { panes } = scene();
    expect(panes.base).toBe('https://crm.example/xivo?session=demo');
    expect(panes.origins).toEqual(['https://crm.example']);
  });

  it('X-15: trusts relative and absolute popups of the origins that are named', async () => {
    const popup = { action: 'popup', url: '/open/1' };
    const options = { trusted: ['https://crm.example'] };
    await expect(scene(json(popup), options).decide()).resolves.toMatchObject({ trusted: true });
    await expect(scene(json(popup)).decide()).resolves.not.toHaveProperty('trusted');
    const elsewhere = json({ ...popup, url: 'https://crm.example.evil/' });
    await expect(scene(elsewhere, options).decide()).resolves.not.toHaveProperty('trusted');
    await expect(scene(json({ ...popup, url: 'https://' }), options).decide()).resolves.not.toHaveProperty(
      'trusted',
    );
  });

  it('X-29: is completed by the bare string alone', () => {
    const { completes } = scene().panes;
    expect(completes?.('closeThirdParty')).toBe(true);
    for (const other of [
      { type: 'closeThirdParty' },
      ['closeThirdParty'],
      new String('closeThirdParty'),
      '',
      null,
    ])
      expect(completes?.(other)).toBe(false);
  });

  it('X-16: runs programs only where the app can', () => {
    const run = jest.fn();
    expect(scene().panes).not.toHaveProperty('run');
    expect(scene(undefined, { run }).panes.run).toBe(run);
  });

  it('X-5: X-7: says of the agent what the app knows better', async () => {
    const { decide, asked } = scene(json(open), {
      token: () => token,
      user: ({ extension }) => ({ userId: 7, agentId: Number(extension) }),
    });
    await decide();
    expect(JSON.parse(asked[0]?.init.body as string)).toMatchObject({
      user: { userId: 7, agentId: 1_023, fullName: 'James Bond', token },
    });
  });
});

describe('a service that answers badly', () => {
  it('X-13: X-26: X-28: and lets nobody in is told with the headers that it needs', async () => {
    await expect(scene(new TypeError('Failed to fetch')).decide()).rejects.toMatchObject({
      code: 'offline',
      message: expect.stringMatching(
        /Access-Control-Allow-Origin.*POST, OPTIONS.*X-Requested-With, Content-Type, Accept/,
      ),
    });
  });

  it('X-13: and too late is given up after five seconds, unless told otherwise', async () => {
    for (const budgetMs of [undefined, 200]) {
      const { decide, clock, asked } = scene('hang', budgetMs ? { budgetMs } : {});
      const plan = decide();
      const told = expect(plan).rejects.toMatchObject({
        code: 'timeout',
        message: expect.stringContaining(`${budgetMs ?? 5_000} ms`),
      });
      await settle();
      clock.advance((budgetMs ?? 5_000) - 1);
      expect(asked[0]?.init.signal?.aborted).toBe(false);
      clock.advance(1);
      await told;
      expect(asked[0]?.init.signal?.aborted).toBe(true);
      expect(clock.pending).toBe(0);
    }
  });

  it.each([
    [
      'a status',
      json({ error: { code: 'invalid-fields', message: 'no' } }, 400),
      /status 400/,
      'invalid-fields',
    ],
    ['a status of no service', json('<p>', 404, 'text/html'), /status 404/, undefined],
    ['another type', json(open, 200, 'text/html'), /application\/json/, undefined],
    ['a type that only begins alike', json(open, 200, 'application/jsonp'), /application\/json/, undefined],
    ['broken JSON', json('{"action":'), /no JSON/, undefined],
    ['nothing', json(''), /no JSON/, undefined],
    ['too much', json(`{"action":"none","x":"${'x'.repeat(2_000_000)}"}`), /no JSON/, undefined],
    ['another shape', json({ action: 'explode' }), /action must be/, undefined],
  ])('X-13: with %s is told with what to do', async (_what, answer, message, vendorCode) => {
    await expect(scene(answer).decide()).rejects.toMatchObject({
      code: 'vendor-error',
      message: expect.stringMatching(message),
      ...(vendorCode && { vendorCode }),
    });
  });

  it('X-7: is told without the token', async () => {
    const answers = [
      new TypeError(`Failed: ${token}`),
      json({ error: { message: token } }, 401),
      json(token),
    ];
    for (const answer of answers) {
      const error: unknown = await scene(answer, { token })
        .decide()
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'OffhookError' });
      expect(JSON.stringify([error, String(error), (error as Error).cause])).not.toContain('canary');
    }
  });

  it('is asked no more when the client closes', async () => {
    const { decide, closing, asked, clock } = scene('hang');
    const plan = decide();
    await settle();
    closing.abort();
    await expect(plan).rejects.toMatchObject({ code: 'aborted' });
    expect(asked[0]?.init.signal?.aborted).toBe(true);
    expect(clock.pending).toBe(0);
    await expect(decide({ call: call({ linkedId: '2.2', id: 'softphone:9' }) })).rejects.toMatchObject({
      code: 'aborted',
    });
    expect(asked).toHaveLength(1);
  });
});

describe('what can’t be a service', () => {
  it.each(['http://crm.example/xivo', 'crm.example', 'javascript:1'])('%s is refused', (service) => {
    expect(() => scene(undefined, { service })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it.each(['*', 'https://crm.example/', 'https://crm.example/path', 'crm.example'])(
    'nor %s an origin',
    (origin) => {
      for (const options of [{ origins: [origin] }, { trusted: [origin] }])
        expect(() => scene(undefined, options)).toThrow(
          expect.objectContaining({ code: 'invalid-argument' }),
        );
    },
  );
});
