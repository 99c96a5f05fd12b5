import { id, serviceCall } from './testing/frames.js';
import { guest, json, ticket } from './testing/guest.js';

describe('a page in the desktop’s pane', () => {
  it('X-11: X-24: fetches its call with the ticket, and knows which call it is for, and its title', async () => {
    const { phone, requests, status } = await guest();
    expect(requests).toMatchObject([
      {
        url: `https://crm.example/xivo/calls/${id}`,
        init: {
          headers: { Authorization: `Bearer ${ticket}` },
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
        },
      },
    ]);
    expect(status()).toBe('ready: ');
    expect(phone.paneContext.value).toEqual({ connector: 'xivo', callId: `xivo:${id}`, title: 'Customer' });
  });

  it('X-8: X-9: X-12: has its call, and who works the phone', async () => {
    const { phone } = await guest();
    expect(phone.calls.get(`xivo:${id}`).value).toMatchObject({
      state: 'ringing',
      direction: 'inbound',
      remote: { number: '1013' },
      local: { number: '1023' },
      queue: 'Edition',
      linkedId: id,
    });
    expect(phone.agent.value).toMatchObject({ userId: '54', name: 'James Bond' });
  });

  it('X-24: needs no title', async () => {
    const { phone } = await guest({ answers: [json(serviceCall({ user: null }))] });
    expect(phone.paneContext.value).toEqual({ connector: 'xivo', callId: `xivo:${id}` });
    expect(phone.agent.value).not.toHaveProperty('name');
  });

  it('X-29: X-32: tells the desktop that its work is done by the bare string, and then the service', async () => {
    const { phone, requests, posted, pass } = await guest();
    await expect(phone.execute({ type: 'pane.complete' })).resolves.toEqual({ by: 'sent' });
    await pass(0);
    expect(posted).toEqual([['closeThirdParty', 'https://agents.example']]);
    expect(requests[1]).toMatchObject({
      url: `https://crm.example/xivo/calls/${id}/done`,
      init: { method: 'POST', keepalive: true, headers: { Authorization: `Bearer ${ticket}` } },
    });
    expect(phone.recentCalls.value).toMatchObject([{ state: 'ended', endReason: 'completed' }]);
  });

  it('X-29: completes though the service can’t be told', async () => {
    const { phone, posted, events, pass } = await guest({
      answers: [json(serviceCall()), new TypeError('Failed to fetch')],
    });
    await expect(phone.execute({ type: 'pane.complete' })).resolves.toEqual({ by: 'sent' });
    await pass(0);
    expect(posted).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'error')).toEqual([]);
  });

  it('X-29: that nobody has opened can complete nothing, and tells nobody', async () => {
    const { phone, requests } = await guest({ hasDesktop: false });
    await expect(phone.execute({ type: 'pane.complete' })).rejects.toMatchObject({
      code: 'invalid-state',
      message: expect.stringMatching(/no opener/),
    });
    expect(requests).toHaveLength(1);
    expect(phone.calls.ids.value).toHaveLength(1);
  });

  it('X-32: completes again, for a desktop that missed it', async () => {
    const { phone, posted, events } = await guest();
    await phone.execute({ type: 'pane.complete' });
    await phone.execute({ type: 'pane.complete' });
    expect(posted).toHaveLength(2);
    expect(events.filter(({ type }) => type === 'call.ended')).toHaveLength(1);
  });
});

describe('when it goes wrong', () => {
  it.each([
    ['a ticket that has expired', json({ error: { code: 'ticket-expired' } }, 401), /^failed: The ticket/],
    ['a foreign page', json({}, 403), /^failed: .*origin.*pages/],
    ['a call that is not kept', json({}, 404), /^failed: .*no such call/],
    ['an odd request', json({}, 400), /^failed: .*status 400/],
    ['a page that is not the service', json('<p>', 200, 'text/html'), /^failed: .*sent no call/],
    ['an answer that is no JSON', json('{"id":'), /^failed: .*sent no call/],
    ['an answer that is no call', json({ id: 7 }), /^failed: .*sent no call/],
    ['an answer without end', json(`"${'x'.repeat(2_000_000)}"`), /^failed: .*sent no call/],
  ])('%s fails, with advice, and is not asked about again', async (_what, answer, reason) => {
    const { status, requests, pass, clock, phone } = await guest({ answers: [answer] });
    expect(status()).toMatch(reason);
    await pass(120_000);
    expect(requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
    expect(phone.paneContext.value).toBeUndefined();
  });

  it.each([
    { call: undefined, ticket },
    { call: id, ticket: undefined },
    { call: undefined, ticket: undefined },
  ])('an address that lacks something fails at once: %j', async (address) => {
    const { status, requests } = await guest({ address });
    expect(status()).toMatch(/^failed: .*address.*desktop/);
    expect(requests).toEqual([]);
  });

  it('a service that is down is asked again until it is there', async () => {
    const { status, pass, phone } = await guest({
      answers: [new TypeError('Failed to fetch'), json({}, 503), json({}, 429), json(serviceCall())],
    });
    expect(status()).toMatch(/^offline: .*can’t be reached.*pages/);
    await pass(1_000);
    expect(status()).toMatch(/^offline: .*status 503/);
    await pass(2_000);
    expect(status()).toMatch(/^offline: .*status 429/);
    await pass(4_000);
    expect(status()).toBe('ready: ');
    expect(phone.paneContext.value).toBeDefined();
  });

  it('a service that doesn’t answer is given up after ten seconds, and asked again', async () => {
    const { status, pass, requests } = await guest({ answers: ['hang', json(serviceCall())] });
    await pass(9_999);
    expect(status()).toBe('connecting: ');
    await pass(1);
    expect(status()).toMatch(/^offline/);
    await pass(1_000);
    expect(requests).toHaveLength(2);
    expect(status()).toBe('ready: ');
  });

  it.each([[['hang' as const]], [[new TypeError('Failed to fetch')]]])(
    'closing ends it, whatever it waits for (%#)',
    async (answers) => {
      const { phone, pass, clock, requests } = await guest({ answers });
      phone.close();
      await pass(60_000);
      expect(requests).toHaveLength(1);
      expect(requests[0]?.init.signal?.aborted ?? false).toBe(answers[0] === 'hang');
      expect(clock.pending).toBe(0);
    },
  );

  it('no ticket is in any event, state, error or trace', async () => {
    const answers = [[json(serviceCall())], [json({}, 401)], [new TypeError(`refused: #ticket=${ticket}`)]];
    for (const each of answers) {
      const { phone, events, traced, pass } = await guest({ answers: each });
      const outcome = await Promise.allSettled([phone.execute({ type: 'pane.complete' }), pass(20_000)]);
      const told = [events, traced, phone.connection.value, phone.calls.all.value, phone.recentCalls.value];
      const errors = outcome.map((each) => (each.status === 'rejected' ? String(each.reason) : ''));
      expect(traced).toContain('call');
      expect(JSON.stringify(told) + errors.join()).not.toContain('canary');
    }
  });
});
