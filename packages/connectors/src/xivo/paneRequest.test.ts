import { paneRequest } from './paneRequest.js';
import { agent, call } from './testing/calls.js';
import { at, id } from './testing/frames.js';

describe('what the service is asked about a call of any vendor’s', () => {
  it('X-4: X-7: X-12: has the documented shape, key by key', () => {
    const asked = call({
      linkedId: id,
      userData: { XIVO_USERID: '54', USR_XIVO_DSTNUM: '3001' },
      sipCallId: 'fd32a3a3-9647-457e-be04-16d7d408f271',
      queue: 'Edition',
    });
    expect(JSON.stringify(paneRequest({ call: asked, agent }, { agentId: 29 }, 'e.y.J'))).toBe(
      JSON.stringify({
        user: {
          userId: 54,
          agentId: 29,
          firstName: 'James',
          lastName: 'Bond',
          fullName: 'James Bond',
          token: 'e.y.J',
        },
        callee: '1023',
        caller: '1013',
        userData: {
          SIPCALLID: 'fd32a3a3-9647-457e-be04-16d7d408f271',
          XIVO_USERID: '54',
          USR_XIVO_DSTNUM: '3001',
        },
        callDataCallId: '1724763376.29',
        queue: { id: 0, name: 'Edition', displayName: 'Edition', number: '' },
      }),
    );
  });

  it('X-7: X-12: invents no token, and no queue', () => {
    const request = paneRequest({ call: call(), agent });
    expect(request.user.token).toBe('');
    expect(request).not.toHaveProperty('queue');
  });

  it('X-5: X-6: has whole numbers for ids, and the parts of a name, whatever the vendor has', () => {
    const user = (facts: object) => paneRequest({ call: call(), agent: { ...agent, ...facts } }).user;
    expect(user({ userId: 'a-b-c', name: 'Ana María de la Cruz' })).toMatchObject({
      userId: 0,
      agentId: 0,
      firstName: 'Ana',
      lastName: 'María de la Cruz',
      fullName: 'Ana María de la Cruz',
    });
    expect(user({ userId: '99999999999999999999', name: undefined, login: 'jbond' })).toMatchObject({
      userId: 0,
      firstName: 'jbond',
      lastName: '',
      fullName: 'jbond',
    });
    expect(user({ userId: undefined, name: undefined })).toMatchObject({
      userId: 0,
      firstName: '',
      fullName: '',
    });
  });

  it('X-8: X-9: goes from the caller to the number called, which way the call ever goes', () => {
    const numbers = (facts: object) => {
      const { caller, callee } = paneRequest({ call: call(facts), agent });
      return `${caller} > ${callee}`;
    };
    expect(numbers({})).toBe('1013 > 1023');
    expect(numbers({ direction: 'outbound' })).toBe('1023 > 1013');
    expect(numbers({ remote: {}, local: undefined })).toBe(' > 1023');
  });

  it('X-11: names a call that has no linked id by one that no other call ever has', () => {
    expect(paneRequest({ call: call(), agent }).callDataCallId).toBe(`softphone:7@${at}`);
  });
});
