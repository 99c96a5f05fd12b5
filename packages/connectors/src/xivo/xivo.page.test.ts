/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { createOffhook } from '@offhook/core';
import { virtualClock } from '@offhook/testing';
import { serviceCall } from './testing/frames.js';
import { settle } from './testing/settle.js';
import { xivo } from './xivo.js';

/** As much of a Response as is read: this environment has none. */
const reply = (body: object): Response =>
  ({
    status: 200,
    headers: { get: () => 'application/json' },
    text: () => Promise.resolve(JSON.stringify(body)),
  }) as unknown as Response;

const options = {
  role: 'guest',
  service: 'http://localhost:4306/xivo',
  desktop: 'http://127.0.0.1:4304',
} as const;

/** A client in a page at this address. */
async function open(address: string, given: object = {}) {
  history.replaceState(null, '', address);
  const asked: [string, RequestInit][] = [];
  const fetch = (url: unknown, init: RequestInit = {}): Promise<Response> => {
    asked.push([String(url), init]);
    return Promise.resolve(reply(serviceCall()));
  };
  const clock = virtualClock();
  const phone = createOffhook({ connectors: [xivo({ ...options, fetch, ...given })], clock });
  await settle();
  return { phone, asked, clock };
}

describe('a page that the service has opened', () => {
  it('X-29: takes call and ticket from its address, and completes in the window around it', async () => {
    const posted: unknown[][] = [];
    const parent = { postMessage: (...of: unknown[]) => void posted.push(of) };
    Object.defineProperty(window, 'parent', { configurable: true, value: parent });
    const { phone, asked } = await open('/xivo?call=1724763376.29#ticket=a.b.c');
    expect(location.href).toBe('http://localhost/xivo?call=1724763376.29');
    expect(asked).toMatchObject([
      ['http://localhost:4306/xivo/calls/1724763376.29', { headers: { Authorization: 'Bearer a.b.c' } }],
    ]);
    await phone.execute({ type: 'pane.complete' });
    expect(posted).toEqual([['closeThirdParty', 'http://127.0.0.1:4304']]);
    phone.close();
  });

  it('may be told call and ticket otherwise, and no address is left with a ticket all the same', async () => {
    const { asked, phone } = await open('/?call=9.9#ticket=other', { call: 'a/b', ticket: 'x.y.z' });
    expect(location.hash).toBe('');
    expect(asked).toMatchObject([
      ['http://localhost:4306/xivo/calls/a%2Fb', { headers: { Authorization: 'Bearer x.y.z' } }],
    ]);
    phone.close();
  });

  it('that has no ticket asks nothing', async () => {
    const { asked, phone, clock } = await open('/?call=7.7');
    expect(asked).toEqual([]);
    expect(phone.connection.value.status).toBe('failed');
    phone.close();
    expect(clock.pending).toBe(0);
  });
});
