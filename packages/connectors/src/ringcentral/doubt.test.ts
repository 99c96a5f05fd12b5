import { doubt } from './doubt.js';
import { tracked } from './testing/calls.js';

describe('a doubt', () => {
  const live = tracked({
    leg: 'leg-1',
    phone: 'active',
    presence: 'active',
    telephony: 'active',
    state: 'active',
  });
  const elsewhere = tracked({ presence: 'active', state: 'active' });
  const over = tracked({ leg: 'leg-2', phone: 'ended', state: 'ended' });

  it('U-17: is of calls of the web phone that it no longer lists, and of no others', () => {
    expect(doubt([live, elsewhere, over], 9_000, [])).toEqual([
      { ...live, phone: 'silent', dueAt: 9_000 },
      elsewhere,
      over,
    ]);
    expect(doubt([live], 9_000, ['leg-0', 'leg-1'])).toEqual([live]);
  });

  it('is of a leg that rings, and of none that has ended', () => {
    const rings = tracked({ leg: 'leg-1', phone: 'waiting' });
    const left = tracked({ leg: 'leg-1', phone: 'ended', open: true, presence: 'active', state: 'active' });
    expect(doubt([rings, left], 9_000, ['leg-2'])).toEqual([
      { ...rings, phone: 'silent', dueAt: 9_000 },
      left,
    ]);
  });

  it('is of all live calls, on whatever device, when everything starts anew', () => {
    expect(doubt([live, elsewhere, over], 9_000)).toEqual([
      { ...live, phone: 'silent', presence: 'silent', telephony: undefined, dueAt: 9_000 },
      { ...elsewhere, phone: undefined, presence: 'silent', telephony: undefined, dueAt: 9_000 },
      over,
    ]);
    const session = tracked({ telephony: 'active', phone: 'ended' });
    expect(doubt([session], 9_000)).toMatchObject([{ phone: 'ended', presence: 'silent' }]);
    const alone = tracked({ leg: 'leg-1', phone: 'active' });
    expect(doubt([alone], 9_000)).toMatchObject([{ phone: 'silent', presence: undefined }]);
  });

  it('keeps an earlier end, and brings a later one forward', () => {
    const at = (dueAt: number) => doubt([{ ...live, dueAt }], 9_000)[0]?.dueAt;
    expect(at(8_000)).toBe(8_000);
    expect(at(10_000)).toBe(9_000);
  });
});
