import { fakeConnector } from '@offhook/testing';
import type { Connector } from './connector.js';
import type { CallReport } from './model/report.js';
import { createPaneKeys } from './paneKeys.js';
import { at, callIn } from './testing/foldSetUp.js';

const keysOf = (like: Partial<Connector> = {}) => {
  const connector: Connector = { ...fakeConnector(), ...like };
  return createPaneKeys((id) => (id === 'fake' ? connector : undefined));
};
const ringing = (facts: Partial<CallReport>, ms = 0) => callIn('ringing', facts, at(ms));
const passing = { isLasting: () => false };

describe('the key of a call', () => {
  it.each([
    [
      'its first id that lasts',
      { isLasting: (id: string) => id.startsWith('s') },
      { ids: ['w1', 's1', 's2'] },
      'fake:s1',
    ],
    ['its first id, where all last', {}, { ids: ['w1', 's1'] }, 'fake:w1'],
    ['its SIP call id, where none lasts', passing, { sipCallId: 'abc', linkedId: '1.2' }, 'fake:abc'],
    ['what it is linked by, where none lasts', passing, { linkedId: '1.2' }, 'fake:1.2'],
    ['its SIP call id, where ids are recycled', { recyclesIds: true }, { sipCallId: 'abc' }, 'fake:abc'],
  ] as const)('is %s', (_, like, facts, key) => {
    expect(keysOf(like)(ringing(facts as Partial<CallReport>))).toBe(key);
  });

  it('is made of whose it is and when it began, where nothing lasts: the same in each tab', () => {
    const [one, two] = [keysOf(passing), keysOf(passing)];
    const remote = { number: '102' };
    const first = one(ringing({ ids: ['a'], remote }));
    expect(two(ringing({ ids: ['b'], remote }, 40))).toBe(first);
    expect(one(ringing({ ids: ['c'], remote: { number: '103' } }))).not.toBe(first);
    expect(one(ringing({ ids: ['d'], remote }, 10_000))).not.toBe(first);
  });

  it('is another one for each of several calls of one party, counted alike in each tab', () => {
    const tabs = [keysOf(passing), keysOf(passing)];
    const remote = { number: '102' };
    const keys = tabs.map((key) => [0, 2_000, 4_000].map((ms) => key(ringing({ ids: ['a'], remote }, ms))));
    expect(new Set(keys[0]).size).toBe(3);
    expect(keys[1]).toEqual(keys[0]);
  });

  it('is had for a party without a number, and a connector that nobody knows', () => {
    expect(keysOf(passing)(ringing({}))).toMatch(/^fake:@\d+#1$/);
    expect(createPaneKeys(() => undefined)(ringing({ ids: ['x'] }))).toBe('fake:x');
  });
});
