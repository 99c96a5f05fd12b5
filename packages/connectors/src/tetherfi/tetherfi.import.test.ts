import { createOffhook } from '@offhook/core';
import { settle } from './testing/settle.js';
import { tetherfi, type TetherfiOptions } from './index.js';

const host = 'https://chat.example';

describe('without a page', () => {
  test('C7: importing, making and connecting it does nothing', async () => {
    expect(typeof document).toBe('undefined');
    const before = Object.keys(globalThis);
    const fetched: unknown[] = [];
    const fetch: typeof globalThis.fetch = (url) => {
      fetched.push(url);
      return Promise.reject(new Error('nobody asks'));
    };
    const client = createOffhook({ connectors: [tetherfi({ host, fetch })] });
    await settle();
    expect(client.connection.value.status).toBe('connecting');
    expect([fetched, client.chats.all.value, Object.keys(globalThis)]).toEqual([[], [], before]);
    client.close();
  });
});

describe('options', () => {
  test.each(['http://chat.example', 'chat.example', 'javascript:alert(1)', '//chat.example', ''])(
    'a host must be https or this machine, and not %s',
    (wrong) => {
      expect(() => tetherfi({ host: wrong })).toThrow(/https/);
    },
  );

  test.each(['http://localhost:4305', 'http://127.0.0.1:1', 'https://chat.example/path'])(
    '%s is a host',
    (right) => {
      expect(tetherfi({ host: right })).toMatchObject({ id: 'tetherfi', name: 'Tetherfi' });
    },
  );

  test.each<Partial<TetherfiOptions>>([{ session: 'a b' }, { session: '' }, { loadMs: 0 }, { loadMs: NaN }])(
    'refuses %j',
    (wrong) => {
      expect(() => tetherfi({ host, ...wrong })).toThrow();
    },
  );

  test('what a chat can’t do says why', () => {
    const client = createOffhook({ connectors: [tetherfi({ host })] });
    expect(client.can('call.dial')).toMatchObject({ allowed: false, reason: 'not-supported' });
    client.close();
  });
});
