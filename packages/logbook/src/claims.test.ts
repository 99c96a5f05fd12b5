import { virtualClock } from '@offhook/testing';
import { createClaims, mergeClaim, type Claim } from './claims.js';
import { fakeBrowser } from './testing/fakeBrowser.js';

function setUp() {
  const browser = fakeBrowser(virtualClock());
  const box = browser.openOutbox<Claim>({
    name: 'ids',
    tabs: browser.openTabs(),
    send: () => {},
    merge: mergeClaim,
  });
  return createClaims(box);
}

describe('a claim', () => {
  it('stands: who comes later gets the key of who was first', async () => {
    const claims = setUp();
    expect(await claims.take(['a', 'b'], { key: 'one' })).toBe('one');
    expect(await claims.take(['c', 'b'], { key: 'two' })).toBe('one');
    expect(await claims.find(['x', 'c'])).toBe('one');
    expect(await claims.find(['x'])).toBeUndefined();
  });

  it('gives way where its maker finds that another was first', async () => {
    const claims = setUp();
    await claims.take(['b'], { key: 'one' });
    await claims.take(['a', 'b'], { key: 'two' });
    expect(await claims.find(['a'])).toBe('one');
  });

  it('holds for a time where the vendor gives the id again', async () => {
    const claims = setUp();
    await claims.take(['1'], { key: 'one', from: 100, until: 900 });
    expect(await claims.find(['1'], 150)).toBe('one');
    await claims.take(['1'], { key: 'one', from: 100, until: 200 });
    expect(await claims.find(['1'], 200)).toBeUndefined();
    expect(await claims.take(['1'], { key: 'two', from: 200, until: 1_000 })).toBe('two');
    expect(await claims.take(['1'], { key: 'three', from: 201, until: 1_001 })).toBe('two');
  });
});
