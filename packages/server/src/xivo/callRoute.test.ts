import { closeServices, openService } from '../testing/openService.js';
import { sampleClaims, sampleRequest, signedToken, tokenSecret } from '../testing/samples.js';
import type { XivoCallContext } from './options.js';

afterEach(closeServices);

describe('a call that rings', () => {
  it('X-2, X-4: is posted as JSON, and answered', async () => {
    const { post, calls, metrics } = await openService();
    const answer = await post();
    expect(answer).toMatchObject({ status: 200, text: '{"action":"none"}' });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(calls).toHaveLength(1);
    expect(metrics).toMatchObject({ answers: [{ route: 'call', status: 200 }], calls: [true] });
  });

  it('X-5, X-6: has its agent', async () => {
    const { post, calls } = await openService();
    await post();
    expect(calls[0]?.user).toEqual({
      userId: 7,
      agentId: 12,
      firstName: 'Ada',
      lastName: 'Lovelace',
      fullName: 'Ada Lovelace',
      token: signedToken(),
    });
  });

  it.each([undefined, tokenSecret])('X-7: has the claims of the agent’s token (key: %s)', async (key) => {
    let seen: XivoCallContext | undefined;
    const { post } = await openService({
      ...(key !== undefined && { key }),
      onAnswer(_call, context) {
        seen = context;
        return { action: 'none' };
      },
    });
    expect((await post()).status).toBe(200);
    expect(seen).toMatchObject({ claims: sampleClaims, verified: key !== undefined, channel: 'default' });
  });

  it('X-8, X-9: has the number called and the number that calls', async () => {
    const { post, calls } = await openService();
    await post();
    await post(sampleRequest({ caller: undefined, callDataCallId: '2' }));
    expect(calls[0]).toMatchObject({ callee: '2001', caller: '0123456789' });
    expect(calls[1]).not.toHaveProperty('caller');
  });

  it('X-10, X-11: has its data, whatever they are, and its id', async () => {
    const { post, calls } = await openService();
    const userData = { SIPCALLID: '4b6c', ANYTHING: 'é "x" \\', 'with space': '', __proto: 'a', number: 5 };
    await post(sampleRequest({ userData }));
    await post(sampleRequest({ userData: null, callDataCallId: '1767603600.2' }));
    expect(calls).toMatchObject([
      { userData, callDataCallId: '1767603600.1' },
      { userData: {}, callDataCallId: '1767603600.2' },
    ]);
  });

  it('X-12: has its queue, or none', async () => {
    const { post, calls } = await openService();
    await post();
    await post(sampleRequest({ queue: null, callDataCallId: '2' }));
    await post(sampleRequest({ queue: undefined, callDataCallId: '3' }));
    expect(calls[0]?.queue).toEqual({ id: 3, name: 'sales', displayName: 'Sales', number: '4000' });
    expect(calls[1]).not.toHaveProperty('queue');
    expect(calls[2]).not.toHaveProperty('queue');
  });

  it('takes members that a later version may add, and leaves them out', async () => {
    const { post, calls } = await openService();
    expect((await post(sampleRequest({ later: { a: [1] } }))).status).toBe(200);
    expect(calls[0]).not.toHaveProperty('later');
  });

  it('takes a server’s request, which has no origin', async () => {
    const { service } = await openService();
    const request = new Request('http://localhost/xivo', {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=UTF-8' },
      body: JSON.stringify(sampleRequest()),
    });
    const response = await service.fetch(request);
    expect([response.status, await response.text()]).toEqual([200, '{"action":"none"}']);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('writes a line for it that has nothing of the person in it', async () => {
    const { post, log } = await openService();
    await post();
    expect(log).toEqual([
      { at: expect.any(Number), level: 'info', event: 'request', route: 'call', status: 200, ms: 0 },
    ]);
  });

  it('serves on when the log throws', async () => {
    const { post } = await openService({
      log() {
        throw new Error('the disk is full');
      },
    });
    expect((await post()).status).toBe(200);
  });
});
