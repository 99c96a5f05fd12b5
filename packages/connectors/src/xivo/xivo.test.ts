import { createOffhook } from '@offhook/core';
import { virtualClock } from '@offhook/testing';
import { xivo } from './xivo.js';

const service = 'https://crm.example/xivo';
const desktop = 'https://agents.example';

describe('making the connector', () => {
  it('has a name, and an id that can be another', () => {
    expect(xivo({ role: 'observer', service })).toMatchObject({ id: 'xivo', name: 'XiVO' });
    expect(xivo({ role: 'guest', service, desktop, id: 'pane' }).id).toBe('pane');
  });

  it.each(['http://crm.example/xivo', '/xivo', 'ftp://crm.example', ''])(
    'refuses %j as a service, and as a desktop',
    (wrong) => {
      const refused = expect.objectContaining({
        code: 'invalid-argument',
        message: expect.stringMatching(/https/),
      });
      expect(() => xivo({ role: 'observer', service: wrong })).toThrow(refused);
      expect(() => xivo({ role: 'guest', service: wrong, desktop })).toThrow(refused);
      expect(() => xivo({ role: 'guest', service, desktop: wrong })).toThrow(refused);
    },
  );

  it.each(['http://localhost:4306/xivo', 'http://127.0.0.1:4306/xivo', 'http://[::1]:4306/xivo'])(
    'takes %s, which is this machine',
    (own) => expect(() => xivo({ role: 'observer', service: own })).not.toThrow(),
  );

  it.each([0, -1, NaN, Infinity, 86_400_001])('lets no call ring for %s ms', (ringMs) => {
    expect(() => xivo({ role: 'observer', service, ringMs })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it.each([xivo({ role: 'observer', service }), xivo({ role: 'guest', service, desktop })])(
    'does nothing on a server (%#)',
    async (connector) => {
      const asked = jest.spyOn(globalThis, 'fetch');
      const clock = virtualClock();
      const phone = createOffhook({ connectors: [connector], clock });
      expect(phone.connection.value.status).toBe('connecting');
      expect(clock.pending).toBe(0);
      phone.close();
      expect(asked).not.toHaveBeenCalled();
    },
  );
});
